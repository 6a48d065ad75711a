package org.safehand.bench.peer;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.validity.TestRevocation;

/**
 * The hotline of the benchmark as whoever makes a container needs it: a key on P-384, its issuers,
 * a time-stamping authority, revocation lists and responses. All of it is in this process, so that
 * no peer waits for a network.
 */
public final class SealingParty {
  private static final List<TestAuthority> ISSUERS =
      List.of(TestPki.SEAL_CA, TestPki.TSA_CA, TestPki.ROOT);

  private final TestTsa authority = new TestTsa(TestPki.TSA);

  /** Who signs. */
  public X509Certificate signer() {
    return TestPki.SEAL.certificate();
  }

  /** Who issued the certificates of the signer and of the time-stamping authority, and the root. */
  public List<X509Certificate> authorities() {
    return ISSUERS.stream().map(TestAuthority::certificate).toList();
  }

  /** ECDSA with SHA-384 over {@code message}, in DER. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA384withECDSA");
      signature.initSign(TestPki.SEAL.keys().getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A time-stamp token over {@code imprint}, as of now.
   *
   * @param oid of its hash algorithm, in dotted decimal
   */
  public byte[] stamp(String oid, byte[] imprint) {
    HashAlgorithm algorithm = HashAlgorithm.ofOid(oid).orElseThrow();
    return authority.stamp(Imprint.of(algorithm, imprint), Instant.now()).bytes();
  }

  /** The list of {@code issuer}, DER; nothing is on it. */
  public byte[] revocations(X509Certificate issuer) {
    try {
      return authorityOf(issuer).revocations().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a responder of {@code issuer} says of {@code subject}: good. An OCSP response, DER. */
  public byte[] response(X509Certificate subject, X509Certificate issuer) {
    return TestRevocation.of(authorityOf(issuer)).response(subject, TestRevocation.GOOD);
  }

  private static TestAuthority authorityOf(X509Certificate issuer) {
    requireNonNull(issuer, "issuer is null");
    return ISSUERS.stream()
        .filter(authority -> authority.certificate().equals(issuer))
        .findFirst()
        .orElseThrow();
  }
}
