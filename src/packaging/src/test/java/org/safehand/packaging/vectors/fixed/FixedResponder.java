package org.safehand.packaging.vectors.fixed;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.packaging.sample.TestAuthority;

/**
 * The certificate of an OCSP responder to be issued, as it must be but for what is changed; the
 * same bytes in every run.
 *
 * @param usage bits of the key usage, or 0 for none
 * @param purpose the one extended key usage, or null for none
 * @param exempted whether it says that nobody needs to ask about it
 * @param authority whether it may issue others, at the end of a path
 */
public record FixedResponder(
    String name,
    KeyPair keys,
    int usage,
    @Nullable KeyPurposeId purpose,
    boolean exempted,
    boolean authority,
    Instant from,
    Instant until) {
  private static final KeyPurposeId SIGNS = KeyPurposeId.id_kp_OCSPSigning;

  private FixedResponder(String name, KeyPair keys) {
    this(name, keys, KeyUsage.digitalSignature, SIGNS, true, false, FixedPki.START, FixedPki.END);
  }

  /** As it must be, with a key on P-256. */
  public static FixedResponder of(String name) {
    return new FixedResponder(name, FixedKeys.ec(name, "secp256r1"));
  }

  /** As it must be, with an RSA key that is kept in the suite. */
  public static FixedResponder rsa(String name) {
    return new FixedResponder(name, FixedKeys.rsa("rsa-recipient"));
  }

  public FixedResponder usage(int other) {
    return new FixedResponder(name, keys, other, purpose, exempted, authority, from, until);
  }

  public FixedResponder purpose(@Nullable KeyPurposeId other) {
    return new FixedResponder(name, keys, usage, other, exempted, authority, from, until);
  }

  public FixedResponder notExempted() {
    return new FixedResponder(name, keys, usage, purpose, false, authority, from, until);
  }

  public FixedResponder anAuthority() {
    return new FixedResponder(name, keys, usage, purpose, exempted, true, from, until);
  }

  public FixedResponder valid(Instant first, Instant last) {
    return new FixedResponder(name, keys, usage, purpose, exempted, authority, first, last);
  }

  /** Appointed by {@code issuer}. */
  @SuppressWarnings("JavaUtilDate") // the builder's signature
  public TestAuthority by(TestAuthority issuer) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()),
              new BigInteger(63, new FixedRandom("serial " + name)),
              Date.from(from),
              Date.from(until),
              new X500Name("CN=" + name + ",O=Example"),
              keys.getPublic());
      if (authority) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      }
      if (usage != 0) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      }
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      }
      if (exempted) {
        builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
      }
      return TestAuthority.of(
          keys,
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(new FixedSigner(issuer.keys().getPrivate()))));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An authority that is called like {@code other} and is not it. */
  public static TestAuthority twin(TestAuthority other) {
    X500Name name =
        X500Name.getInstance(other.certificate().getSubjectX500Principal().getEncoded());
    String common = name.getRDNs(BCStyle.CN)[0].getFirst().getValue().toString();
    return FixedIssue.authority(common, FixedKeys.ec(common + " twin", "secp384r1"))
        .by(FixedPki.ROOT);
  }
}
