package org.safehand.packaging.pack;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.release.ReleaseFacts;

/**
 * A package whose envelopes and routing header are made, waiting for the log to commit to them. It
 * is stored in the meantime, since making it again would make other envelopes.
 */
public final class AuthorisedPackage {
  private static final String CERTIFICATE = "recipient.cer";

  private final PackageHeader header;
  private final RecipientCertificate recipient;
  private final List<RecipeEntry> entries;

  AuthorisedPackage(
      PackageHeader header, RecipientCertificate recipient, List<RecipeEntry> entries) {
    this.header = requireNonNull(header, "header is null");
    this.recipient = requireNonNull(recipient, "recipient is null");
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads back what {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException if {@code bytes} is anything else
   */
  public static AuthorisedPackage fromBytes(byte[] bytes) {
    List<RecipeEntry> entries = RecipeCodec.read(bytes);
    if (entries.size() > 1
        && entries.get(0) instanceof RecipeEntry.Inline certificate
        && certificate.name().equals(CERTIFICATE)
        && entries.get(1) instanceof RecipeEntry.Inline header
        && header.name().equals(PackageNames.HEADER)) {
      try {
        return new AuthorisedPackage(
            PackageHeader.read(header.content()),
            RecipientCertificate.ofDer(certificate.content()),
            entries.subList(1, entries.size()));
      } catch (JsonException | RecipientException e) {
        throw new IllegalArgumentException("not an authorised package", e);
      }
    }
    throw new IllegalArgumentException("not an authorised package");
  }

  /** This package in its one serial form, to be stored. */
  public byte[] toBytes() {
    List<RecipeEntry> all = new ArrayList<>();
    all.add(new RecipeEntry.Inline(CERTIFICATE, recipient.der()));
    all.addAll(entries);
    return RecipeCodec.write(all);
  }

  /** The routing header. */
  public PackageHeader header() {
    return header;
  }

  /** SHA-256 of {@code package.json}. */
  public Digest headerDigest() {
    return header.digest();
  }

  /** What the event {@code transmit-authorised} must say in its header's facts, by name. */
  public Map<String, String> facts() {
    return ReleaseFacts.of(header);
  }

  RecipientCertificate recipient() {
    return recipient;
  }

  List<RecipeEntry> entries() {
    return entries;
  }
}
