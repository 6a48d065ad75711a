package org.safehand.packaging.envelope;

import java.security.InvalidAlgorithmParameterException;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/**
 * The one form of a recipient of each kind, made again from what alone is left to choose: the key
 * identifier, the ephemeral key or encapsulation, and the wrapped key. No other padding, key
 * derivation, wrap or kind of recipient is taken, however well it would open.
 */
final class RecipientForm {
  /** OAEP and MGF1 with SHA-256, no label (RFC 4055 section 4.1). */
  static final AlgorithmIdentifier OAEP = oaep();

  /** Ephemeral-static ECDH, X9.63 with SHA-256, AES-256 key wrap (RFC 5753 section 7.1.4). */
  private static final AlgorithmIdentifier ECDH =
      new AlgorithmIdentifier(
          CMSAlgorithm.ECDH_SHA256KDF,
          new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap));

  /** Curves of ephemeral keys, which are named (RFC 5480 section 2.1.1). */
  private static final List<AlgorithmIdentifier> CURVES =
      List.of(curve(SECObjectIdentifiers.secp256r1), curve(SECObjectIdentifiers.secp384r1));

  /** How an uncompressed point begins (SEC 1 section 2.3.3): the others say the same otherwise. */
  private static final byte UNCOMPRESSED = 4;

  private RecipientForm() {}

  /**
   * What {@code info} says, in its one form. Whatever it says beyond that is dropped: the reader
   * compares.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  static RecipientInfo of(RecipientInfo info) {
    if (info.getInfo() instanceof OtherRecipientInfo) {
      return KemRecipient.of(info).toInfo();
    }
    if (info.getInfo() instanceof KeyTransRecipientInfo transported) {
      return transported(transported);
    }
    if (info.getInfo() instanceof KeyAgreeRecipientInfo agreed) {
      return agreed(agreed);
    }
    throw new IllegalArgumentException("neither key transport, key agreement nor a KEM");
  }

  private static RecipientInfo transported(KeyTransRecipientInfo info) {
    ASN1OctetString identifier = ASN1OctetString.getInstance(info.getRecipientIdentifier().getId());
    return new RecipientInfo(
        new KeyTransRecipientInfo(
            new RecipientIdentifier(identifier), OAEP, info.getEncryptedKey()));
  }

  private static RecipientInfo agreed(KeyAgreeRecipientInfo info) {
    RecipientEncryptedKey wrapped =
        RecipientEncryptedKey.getInstance(info.getRecipientEncryptedKeys().getObjectAt(0));
    OriginatorPublicKey ephemeral = info.getOriginator().getOriginatorKey();
    RecipientKeyIdentifier identifier = wrapped.getIdentifier().getRKeyID();
    if (ephemeral == null || identifier == null || !CURVES.contains(ephemeral.getAlgorithm())) {
      throw new IllegalArgumentException(
          "not by a key on P-256 or P-384, or not by key identifier");
    }
    byte[] point = ephemeral.getPublicKeyData().getOctets();
    if (point[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("not an uncompressed point");
    }
    RecipientEncryptedKey again =
        new RecipientEncryptedKey(
            new KeyAgreeRecipientIdentifier(
                new RecipientKeyIdentifier(identifier.getSubjectKeyIdentifier().getOctets())),
            wrapped.getEncryptedKey());
    return new RecipientInfo(
        new KeyAgreeRecipientInfo(
            new OriginatorIdentifierOrKey(new OriginatorPublicKey(ephemeral.getAlgorithm(), point)),
            null,
            ECDH,
            new DERSequence(again)));
  }

  private static AlgorithmIdentifier curve(ASN1ObjectIdentifier name) {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, name);
  }

  private static AlgorithmIdentifier oaep() {
    OAEPParameterSpec parameters =
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    try {
      return new JcaAlgorithmParametersConverter()
          .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, parameters);
    } catch (InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("OAEP with SHA-256 has an encoding", e);
    }
  }
}
