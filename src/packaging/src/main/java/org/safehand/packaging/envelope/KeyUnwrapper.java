package org.safehand.packaging.envelope;

import java.security.Key;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Unwraps content keys with Bouncy Castle and hands them out: its own recipients would go on to
 * decrypt the content, which the JDK does many times faster.
 */
final class KeyUnwrapper {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private KeyUnwrapper() {}

  static Key transported(
      PrivateKey key, KeyTransRecipientInfo info, AlgorithmIdentifier contentAlgorithm)
      throws CMSException {
    return new Transport(key).unwrap(info, contentAlgorithm);
  }

  static Key agreed(
      PrivateKey key,
      KeyAgreeRecipientInfo info,
      SubjectPublicKeyInfo ephemeral,
      RecipientEncryptedKey wrapped,
      AlgorithmIdentifier contentAlgorithm)
      throws CMSException {
    return new Agreement(key).unwrap(info, ephemeral, wrapped, contentAlgorithm);
  }

  private static final class Transport extends JceKeyTransRecipient {
    Transport(PrivateKey key) {
      super(key);
      setProvider(PROVIDER);
    }

    Key unwrap(KeyTransRecipientInfo info, AlgorithmIdentifier contentAlgorithm)
        throws CMSException {
      return extractSecretKey(
          info.getKeyEncryptionAlgorithm(), contentAlgorithm, info.getEncryptedKey().getOctets());
    }

    @Override
    public RecipientOperator getRecipientOperator(
        AlgorithmIdentifier keyAlgorithm, AlgorithmIdentifier contentAlgorithm, byte[] wrapped) {
      throw new UnsupportedOperationException("content is decrypted elsewhere");
    }
  }

  private static final class Agreement extends JceKeyAgreeRecipient {
    Agreement(PrivateKey key) {
      super(key);
      setProvider(PROVIDER);
    }

    Key unwrap(
        KeyAgreeRecipientInfo info,
        SubjectPublicKeyInfo ephemeral,
        RecipientEncryptedKey wrapped,
        AlgorithmIdentifier contentAlgorithm)
        throws CMSException {
      return extractSecretKey(
          info.getKeyEncryptionAlgorithm(),
          contentAlgorithm,
          ephemeral,
          info.getUserKeyingMaterial(),
          wrapped.getEncryptedKey().getOctets());
    }

    @Override
    public RecipientOperator getRecipientOperator(
        AlgorithmIdentifier keyAlgorithm,
        AlgorithmIdentifier contentAlgorithm,
        SubjectPublicKeyInfo ephemeral,
        ASN1OctetString userKeyingMaterial,
        byte[] wrapped) {
      throw new UnsupportedOperationException("content is decrypted elsewhere");
    }
  }
}
