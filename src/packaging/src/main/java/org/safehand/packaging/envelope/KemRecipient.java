package org.safehand.packaging.envelope;

import static java.util.Objects.requireNonNull;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.safehand.packaging.recipient.MlKem;
import org.safehand.packaging.recipient.RecipientAlgorithm;

/**
 * A KEMRecipientInfo (RFC 9629) of this profile: ML-KEM, HKDF with SHA-256, AES-256 key wrap (RFC
 * 9936), by subject key identifier, without user keying material. Nothing but these four values is
 * left to choose.
 *
 * @param keyIdentifier whose it is
 * @param algorithm ML-KEM-768 or ML-KEM-1024
 * @param encapsulation the KEM's ciphertext: 1088 or 1568 bytes
 * @param wrappedKey the content key, wrapped: 40 bytes
 */
record KemRecipient(
    ASN1OctetString keyIdentifier,
    RecipientAlgorithm algorithm,
    ASN1OctetString encapsulation,
    ASN1OctetString wrappedKey) {
  /** Length in bytes of the key that wraps. */
  static final int KEK_LENGTH = 32;

  /** What wraps (RFC 3565): no parameters. */
  static final AlgorithmIdentifier WRAP =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);

  private static final AlgorithmIdentifier KDF =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);

  private static final int WRAPPED_LENGTH = 40;

  KemRecipient {
    requireNonNull(keyIdentifier, "keyIdentifier is null");
    if (encapsulation.getOctetsLength() != encapsulationLength(algorithm)
        || wrappedKey.getOctetsLength() != WRAPPED_LENGTH) {
      throw new IllegalArgumentException("a length is not the one of " + algorithm.wireName());
    }
  }

  /** Whether {@code info} is for a KEM at all. */
  static boolean isKem(RecipientInfo info) {
    return info.getInfo() instanceof OtherRecipientInfo;
  }

  /**
   * What {@code info} says. Whatever it says beyond that is dropped: the reader compares {@link
   * #toInfo} with what it read.
   *
   * @throws IllegalArgumentException if it is no KEMRecipientInfo for ML-KEM
   */
  static KemRecipient of(RecipientInfo info) {
    OtherRecipientInfo other = OtherRecipientInfo.getInstance(info.getInfo());
    KEMRecipientInfo kem = KEMRecipientInfo.getInstance(other.getValue());
    return new KemRecipient(
        ASN1OctetString.getInstance(kem.getRecipientIdentifier().getId()),
        algorithm(kem.getKem().getAlgorithm()),
        kem.getKemct(),
        kem.getEncryptedKey());
  }

  /** The one form. */
  RecipientInfo toInfo() {
    KEMRecipientInfo kem =
        new KEMRecipientInfo(
            new RecipientIdentifier(keyIdentifier),
            new AlgorithmIdentifier(MlKem.identifier(algorithm)),
            encapsulation,
            KDF,
            new ASN1Integer(KEK_LENGTH),
            null,
            WRAP,
            wrappedKey);
    return new RecipientInfo(new OtherRecipientInfo(CMSObjectIdentifiers.id_ori_kem, kem));
  }

  private static RecipientAlgorithm algorithm(ASN1ObjectIdentifier identifier) {
    return MlKem.algorithm(identifier)
        .orElseThrow(
            () -> new IllegalArgumentException("not ML-KEM-768 or ML-KEM-1024: " + identifier));
  }

  private static int encapsulationLength(RecipientAlgorithm algorithm) {
    return switch (algorithm) {
      case ML_KEM_768 -> 1088;
      case ML_KEM_1024 -> 1568;
      case RSA_OAEP_SHA256, ECDH_P256, ECDH_P384 ->
          throw new IllegalArgumentException(algorithm.wireName() + " is no KEM");
    };
  }
}
