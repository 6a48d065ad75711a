package org.safehand.packaging.envelope;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;
import org.bouncycastle.operator.jcajce.JceGenericKey;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.recipient.RecipientAlgorithm;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.packaging.segment.Nonce;
import org.safehand.packaging.segment.SealedMessage;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;

/** Makes envelopes in DER, for one recipient each, found by subject key identifier. */
public final class EnvelopeWriter {
  private final SecureRandom random;
  private final BouncyCastleProvider provider = new BouncyCastleProvider();

  /** Draws keys and nonces from {@code random}. */
  public EnvelopeWriter(SecureRandom random) {
    this.random = requireNonNull(random, "random is null");
  }

  /** The envelope of a stored segment, whose ciphertext stays where it is. */
  public byte[] detached(RecipientCertificate recipient, ContentKey key, SegmentFacts facts) {
    return encode(recipient, key, facts.nonce(), facts.tag(), null);
  }

  /**
   * {@code content}, of at most 64 MiB, encrypted under a fresh key inside its envelope.
   *
   * @throws IllegalArgumentException if it is larger
   */
  public byte[] attached(RecipientCertificate recipient, byte[] content) {
    SealedMessage sealed = new SegmentCipher(random).sealMessage(content);
    return encode(
        recipient,
        sealed.key(),
        sealed.nonce(),
        sealed.tag(),
        new DEROctetString(sealed.ciphertext()));
  }

  private byte[] encode(
      RecipientCertificate recipient,
      ContentKey key,
      Nonce nonce,
      Tag tag,
      @Nullable ASN1OctetString ciphertext) {
    RecipientInfo info = recipientInfo(recipient, key, nonce);
    try {
      return new EnvelopeForm(info, nonce, tag, ciphertext).encoded();
    } catch (IOException e) {
      throw new UncheckedIOException("an envelope in memory has an encoding", e);
    }
  }

  private RecipientInfo recipientInfo(RecipientCertificate recipient, ContentKey key, Nonce nonce) {
    GenericKey generic = new JceGenericKey(EnvelopeForm.algorithm(nonce), key.secretKey());
    try {
      return switch (recipient.algorithm()) {
        case RSA_OAEP_SHA256 -> keyTransport(recipient).generate(generic);
        case ECDH_P256, ECDH_P384 -> keyAgreement(recipient).generate(generic);
        case ML_KEM_768, ML_KEM_1024 -> KemKeyWrap.wrap(recipient, key, random).toInfo();
      };
    } catch (GeneralSecurityException | CMSException e) {
      throw new IllegalStateException("a checked recipient certificate takes a key", e);
    }
  }

  private JceKeyTransRecipientInfoGenerator keyTransport(RecipientCertificate recipient) {
    return new JceKeyTransRecipientInfoGenerator(
        recipient.keyIdentifier(),
        new JceAsymmetricKeyWrapper(RecipientForm.OAEP, recipient.certificate().getPublicKey())
            .setProvider(provider)
            .setSecureRandom(random));
  }

  /** A fresh ephemeral key pair for each envelope, on the recipient's curve. */
  private JceKeyAgreeRecipientInfoGenerator keyAgreement(RecipientCertificate recipient)
      throws GeneralSecurityException, CMSException {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", provider);
    String curve =
        recipient.algorithm() == RecipientAlgorithm.ECDH_P256 ? "secp256r1" : "secp384r1";
    pairs.initialize(new ECGenParameterSpec(curve), random);
    KeyPair ephemeral = pairs.generateKeyPair();
    JceKeyAgreeRecipientInfoGenerator generator =
        new JceKeyAgreeRecipientInfoGenerator(
            CMSAlgorithm.ECDH_SHA256KDF,
            ephemeral.getPrivate(),
            ephemeral.getPublic(),
            CMSAlgorithm.AES256_WRAP);
    generator.addRecipient(recipient.keyIdentifier(), recipient.certificate().getPublicKey());
    generator.setProvider(provider);
    generator.setSecureRandom(random);
    return generator;
  }
}
