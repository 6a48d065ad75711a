package org.safehand.packaging.possession;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;

/**
 * What is encrypted to a key so that its holder proves to have it: one line that names what it is
 * for, and 32 random bytes. Nothing that a gateway writes into a package has this form, so that
 * whoever answers a challenge tells nothing about any of that; and who answers sees for which
 * agency they do.
 *
 * @param agency in whose name the key is to be registered, for example {@code AG-N-001}
 * @param key SHA-256 of the key's SubjectPublicKeyInfo in DER
 * @param id of the challenge
 * @param random 64 hexadecimal digits that nobody can guess
 */
public record ChallengeText(String agency, Digest key, UUID id, String random) {
  /** The most bytes that one has. */
  public static final int MAX_BYTES = 256;

  private static final int RANDOM_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "safehand-key-challenge-v1 agency=(AG-[A-Z0-9]{1,8}-[0-9]{3,6}) key=([0-9a-f]{64})"
              + " challenge=([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"
              + " random=([0-9a-f]{64})\n");

  /**
   * Refuses nulls.
   *
   * @throws IllegalArgumentException if it would not be of the one form
   */
  public ChallengeText {
    requireNonNull(agency, "agency is null");
    requireNonNull(key, "key is null");
    requireNonNull(id, "id is null");
    requireNonNull(random, "random is null");
    if (!FORM.matcher(line(agency, key, id, random)).matches()) {
      throw new IllegalArgumentException("not of the form of a challenge");
    }
  }

  /** A challenge that was never made before; {@code id} is a UUIDv7. */
  public static ChallengeText fresh(String agency, Digest key, UUID id, SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ChallengeText(agency, key, id, HexFormat.of().formatHex(bytes));
  }

  /** The challenge that {@code bytes} are, if they are one and nothing more. */
  public static Optional<ChallengeText> parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return Optional.empty();
    }
    Matcher found = FORM.matcher(new String(bytes, ISO_8859_1));
    return found.matches()
        ? Optional.of(
            new ChallengeText(
                found.group(1),
                Digest.ofHex(found.group(2)),
                UUID.fromString(found.group(3)),
                found.group(4)))
        : Optional.empty();
  }

  /** The line, with the line feed at its end, in ASCII. */
  public byte[] bytes() {
    return line(agency, key, id, random).getBytes(US_ASCII);
  }

  /** What proves that somebody has read it: SHA-256 of {@link #bytes}. */
  public Digest answer() {
    return Digest.of(bytes());
  }

  private static String line(String agency, Digest key, UUID id, String random) {
    return "safehand-key-challenge-v1 agency=%s key=%s challenge=%s random=%s\n"
        .formatted(agency, key.hex(), id, random);
  }

  /** Never shows the random part. */
  @Override
  public String toString() {
    return "ChallengeText[" + id + "]";
  }
}
