package org.safehand.referral.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.recipient.RecipientCertificate;

/**
 * The fingerprint of a public key: SHA-256 of its SubjectPublicKeyInfo in DER (RFC 5280, section
 * 4.1.2.7). It is the same for key, request and certificate, and what people read to each other.
 */
public final class KeyFingerprint {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{4}( [0-9a-f]{4}){15}");

  private KeyFingerprint() {}

  /** That of the certificate's key. */
  public static Digest of(RecipientCertificate certificate) {
    return of(certificate.publicKey());
  }

  static Digest of(SubjectPublicKeyInfo key) {
    try {
      return Digest.of(key.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException("a key in memory has an encoding", e);
    }
  }

  /**
   * Whether {@code text} is one as {@code safehand key fingerprint} shows it, or without spaces.
   */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The fingerprint that somebody typed.
   *
   * @throws IllegalArgumentException if it is not {@link #isWellFormed}
   */
  public static Digest parse(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not 64 hexadecimal digits, in groups of four or in one");
    }
    return Digest.ofHex(text.replace(" ", ""));
  }
}
