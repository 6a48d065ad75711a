package org.safehand.packaging.possession;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientKey;

/**
 * A challenge on its way: an envelope as packages have them, in PEM (RFC 7468, section 9).
 *
 * <p>Nobody vouches for it. Whoever encrypts to the key can have made it, and what they put in they
 * know; so the answer tells them nothing but that the key's holder gave it. What somebody else
 * encrypted, a part of a package for example, is not answered, because it is of another form.
 */
public final class SealedChallenge {
  private static final String LABEL = "CMS";

  private final String pem;

  private SealedChallenge(String pem) {
    this.pem = requireNonNull(pem, "pem is null");
  }

  /** {@code text}, encrypted to {@code recipient}. */
  public static SealedChallenge seal(
      EnvelopeWriter envelopes, RecipientCertificate recipient, ChallengeText text) {
    return new SealedChallenge(PemText.encode(LABEL, envelopes.attached(recipient, text.bytes())));
  }

  /** The challenge of a file; nothing about it is looked at yet. */
  public static SealedChallenge of(String pem) {
    return new SealedChallenge(pem);
  }

  /** The message in PEM. */
  public String pem() {
    return pem;
  }

  /**
   * What the holder of {@code key} is asked.
   *
   * @throws PossessionException if it is not one message, not a challenge, or about another key
   * @throws PackageException if it is no envelope of this profile, for another key, or does not
   *     decrypt
   */
  public ChallengeText open(RecipientKey key) throws PossessionException, PackageException {
    Optional<byte[]> der =
        PemText.decodeAll(LABEL, pem)
            .filter(found -> found.size() == 1)
            .map(List::iterator)
            .map(found -> found.next());
    if (der.isEmpty()) {
      throw new PossessionException(
          PossessionFault.CHALLENGE_MALFORMED, "not one CMS message in PEM");
    }
    byte[] content = Envelope.read("challenge", der.get()).open(key);
    ChallengeText text =
        ChallengeText.parse(content)
            .orElseThrow(
                () ->
                    new PossessionException(
                        PossessionFault.CHALLENGE_CONTENT_REFUSED,
                        "what it holds is not a challenge; nothing is told about it"));
    if (!text.key().equals(fingerprint(key.certificate()))) {
      throw new PossessionException(
          PossessionFault.CHALLENGE_OTHER_KEY, "it names another key than this one");
    }
    return text;
  }

  /** SHA-256 of the public key as the certificate has it. */
  private static Digest fingerprint(RecipientCertificate certificate) {
    try {
      return Digest.of(certificate.publicKey().getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException("a key in memory has an encoding", e);
    }
  }
}
