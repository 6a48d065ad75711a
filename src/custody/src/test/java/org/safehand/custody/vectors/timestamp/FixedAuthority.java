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
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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

  public static final FixedAuthority ROOT = certifying("Root", null, END);
  public static final FixedAuthority INTERMEDIATE = certifying("TSA CA", ROOT, END);
  public static final FixedAuthority TSA = stamping("TSA", INTERMEDIATE);
  public static final FixedAuthority OTHER = stamping("Other TSA", INTERMEDIATE);

  /** Certifies until the end of January 2026 only. */
  public static final FixedAuthority SHORT_LIVED =
      certifying("January CA", ROOT, Instant.parse("2026-02-01T00:00:00Z"));

  /** Outlives its issuer. */
  public static final FixedAuthority SURVIVING = stamping("January TSA", SHORT_LIVED);

  /** For time-stamping, which whoever does not know the extension may pass over. */
  static final FixedAuthority NOT_CRITICAL =
      purposes("Not critical", false, KeyPurposeId.id_kp_timeStamping);

  /** For time-stamping and mail. */
  static final FixedAuthority ALSO_MAIL =
      purposes(
          "Also mail", true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection);

  /** For mail alone. */
  static final FixedAuthority MAIL = purposes("Mail", true, KeyPurposeId.id_kp_emailProtection);

  /** For nothing in particular. */
  static final FixedAuthority NO_PURPOSE =
      new FixedAuthority("No purpose", INTERMEDIATE, END, List.of());

  private final X500Name name;
  private final ECPrivateKeyParameters key;
  private final X509CertificateHolder certificate;

  @SuppressWarnings("JavaUtilDate") // the builder's signature
  private FixedAuthority(
      String commonName, @Nullable FixedAuthority issuer, Instant end, List<Extension> extensions) {
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
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      certificate = builder.build(signer.signer());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FixedAuthority certifying(
      String commonName, @Nullable FixedAuthority issuer, Instant end) {
    return new FixedAuthority(
        commonName,
        issuer,
        end,
        List.of(
            extension(Extension.basicConstraints, true, new BasicConstraints(true)),
            extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))));
  }

  private static FixedAuthority stamping(String commonName, FixedAuthority issuer) {
    return new FixedAuthority(
        commonName, issuer, END, List.of(purpose(true, KeyPurposeId.id_kp_timeStamping)));
  }

  private static FixedAuthority purposes(
      String commonName, boolean critical, KeyPurposeId... purposes) {
    return new FixedAuthority(commonName, INTERMEDIATE, END, List.of(purpose(critical, purposes)));
  }

  private static Extension purpose(boolean critical, KeyPurposeId... purposes) {
    return extension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
  }

  private static Extension extension(
      ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      return Extension.create(id, critical, value);
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
