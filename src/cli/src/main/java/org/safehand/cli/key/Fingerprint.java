package org.safehand.cli.key;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.safehand.custody.digest.Digest;

/** SHA-256 as people read it to each other: sixteen groups of four hexadecimal digits. */
public record Fingerprint(Digest digest) {
  private static final int GROUP = 4;

  /** Refuses null. */
  public Fingerprint {
    requireNonNull(digest, "digest is null");
  }

  /** That of a public key: the same in request, certificate and key file. */
  static Fingerprint of(SubjectPublicKeyInfo key) {
    try {
      return new Fingerprint(Digest.of(key.getEncoded(ASN1Encoding.DER)));
    } catch (IOException e) {
      throw new UncheckedIOException("a key in memory has an encoding", e);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    String hex = digest.hex();
    for (int i = 0; i < hex.length(); i += GROUP) {
      text.append(i == 0 ? "" : " ").append(hex, i, i + GROUP);
    }
    return text.toString();
  }
}
