package org.safehand.packaging.seal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The two ways to sign a seal. The key of the certificate decides which: no seal chooses, so that
 * none can be talked down.
 */
public enum SealAlgorithm {
  /** ECDSA on P-384 with SHA-384 (RFC 5753, 2.1; RFC 5754, 3.3). */
  ECDSA_P384 {
    @Override
    AlgorithmIdentifier identifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
    }

    @Override
    public Signature signature(@Nullable Provider provider) throws GeneralSecurityException {
      return instance("SHA384withECDSA", provider);
    }
  },
  /**
   * RSASSA-PSS with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes, by a key of 3072 bits or
   * more for rsaEncryption (RFC 4056; RFC 8017, 8.1).
   */
  RSA_PSS {
    @Override
    AlgorithmIdentifier identifier() {
      return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters());
    }

    @Override
    public Signature signature(@Nullable Provider provider) throws GeneralSecurityException {
      Signature signature = instance("RSASSA-PSS", provider);
      signature.setParameter(
          new PSSParameterSpec(
              "SHA-384",
              "MGF1",
              MGF1ParameterSpec.SHA384,
              SALT_BYTES,
              PSSParameterSpec.TRAILER_FIELD_BC));
      return signature;
    }
  };

  private static final int SALT_BYTES = 48;
  private static final int MIN_RSA_BITS = 3072;
  private static final AlgorithmIdentifier P384 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1);

  /** How seals are signed by the key whose public half is {@code key}; empty if none may be. */
  public static Optional<SealAlgorithm> of(PublicKey key) {
    AlgorithmIdentifier kind = SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm();
    if (kind.equals(P384)) {
      return Optional.of(ECDSA_P384);
    }
    if (kind.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
        && key instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
      return Optional.of(RSA_PSS);
    }
    return Optional.empty();
  }

  /**
   * A signature object with every parameter set.
   *
   * @param provider where the key is, or null for the platform's own
   * @throws GeneralSecurityException if the provider does not have the algorithm
   */
  public abstract Signature signature(@Nullable Provider provider) throws GeneralSecurityException;

  /** What stands in the seal, the parameters among it. */
  abstract AlgorithmIdentifier identifier();

  private static Signature instance(String name, @Nullable Provider provider)
      throws GeneralSecurityException {
    return provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
  }

  /** Nothing but the trailer field is a default, and DER leaves that out (RFC 4055, 3.1). */
  private static RSASSAPSSparams parameters() {
    AlgorithmIdentifier hash =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384, DERNull.INSTANCE);
    return new RSASSAPSSparams(
        hash,
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
        new ASN1Integer(SALT_BYTES),
        RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
  }
}
