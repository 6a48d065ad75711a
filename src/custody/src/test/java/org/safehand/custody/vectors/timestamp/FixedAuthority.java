package org.safehand.custody.vectors.timestamp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.vectors.form.FixedRandom;

/**
 * A certificate holder of the suite on P-256: root, or certified by another. Signatures are
 * deterministic (RFC 6979), so that every run makes the same bytes.
 */
public final class FixedAuthority {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  public static final FixedAuthority ROOT = new FixedAuthority("Root", null, false, END);
  public static final FixedAuthority INTERMEDIATE = new FixedAuthority("TSA CA", ROOT, false, END);
  public static final FixedAuthority TSA = new FixedAuthority("TSA", INTERMEDIATE, true, END);
  public static final FixedAuthority OTHER =
      new FixedAuthority("Other TSA", INTERMEDIATE, true, END);

  /** Certifies until the end of January 2026 only. */
  public static final FixedAuthority SHORT_LIVED =
      new FixedAuthority("January CA", ROOT, false, Instant.parse("2026-02-01T00:00:00Z"));

  /** Outlives its issuer. */
  public static final FixedAuthority SURVIVING =
      new FixedAuthority("January TSA", SHORT_LIVED, true, END);

  private final X500Name name;
  private final ECPrivateKeyParameters key;
  private final X509CertificateHolder certificate;

  @SuppressWarnings("JavaUtilDate") // the builder's signature
  private FixedAuthority(
      String commonName, @Nullable FixedAuthority issuer, boolean stamps, Instant end) {
    ECNamedDomainParameters curve =
        new ECNamedDomainParameters(
            X9ObjectIdentifiers.prime256v1, CustomNamedCurves.getByName("P-256"));
    name = new X500Name("CN=" + commonName);
    key =
        new ECPrivateKeyParameters(
            new BigInteger(1, FixedRandom.seed(commonName)).mod(curve.getN()), curve);
    FixedAuthority signer = issuer == null ? this : issuer;
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              signer.name,
              new BigInteger(63, new FixedRandom("serial " + commonName)),
              Date.from(START),
              Date.from(end),
              name,
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                  new ECPublicKeyParameters(curve.getG().multiply(key.getD()), curve)));
      if (stamps) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      } else {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      }
      certificate = builder.build(signer.signer());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public X509CertificateHolder holder() {
    return certificate;
  }

  public X509Certificate certificate() {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der()));
    } catch (CertificateException e) {
      throw new AssertionError(e);
    }
  }

  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public Digest sha256() {
    return Digest.of(der());
  }

  /** Signs with ECDSA and SHA-256, the secret number from key and message. */
  public ContentSigner signer() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
      }

      @Override
      public OutputStream getOutputStream() {
        return message;
      }

      @Override
      public byte[] getSignature() {
        ECDSASigner ecdsa = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        ecdsa.init(true, key);
        BigInteger[] pair = ecdsa.generateSignature(Digest.of(message.toByteArray()).bytes());
        try {
          return new DERSequence(
                  new ASN1Integer[] {new ASN1Integer(pair[0]), new ASN1Integer(pair[1])})
              .getEncoded();
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    };
  }
}
