package org.safehand.packaging.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.segment.ContentKey;

/**
 * Wraps a content key for an ML-KEM key: a fresh secret is encapsulated (FIPS 203), HKDF with
 * SHA-256 makes of it the key (RFC 9629 section 5; no salt) that wraps (RFC 3394).
 *
 * <p>A changed encapsulation gives another secret, not an error; that the wrapped key does not open
 * then, with a probability of 2^-64 that it does, is what refuses it.
 */
final class KemKeyWrap {
  private KemKeyWrap() {}

  static KemRecipient wrap(RecipientCertificate recipient, ContentKey key, SecureRandom random) {
    SecretWithEncapsulation fresh = encapsulated(recipient, random);
    byte[] content = key.bytes();
    Wrapper wrapper = wrapper(true, fresh.getSecret());
    byte[] wrapped = wrapper.wrap(content, 0, content.length);
    return new KemRecipient(
        new DEROctetString(recipient.keyIdentifier()),
        recipient.algorithm(),
        new DEROctetString(fresh.getEncapsulation()),
        new DEROctetString(wrapped));
  }

  /**
   * The content key that {@code recipient} holds.
   *
   * @throws InvalidCipherTextException if it does not unwrap
   */
  static ContentKey unwrap(PrivateKey key, KemRecipient recipient)
      throws IOException, InvalidCipherTextException {
    MLKEMPrivateKeyParameters own =
        (MLKEMPrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded());
    byte[] secret = new MLKEMExtractor(own).extractSecret(recipient.encapsulation().getOctets());
    byte[] wrapped = recipient.wrappedKey().getOctets();
    return ContentKey.ofBytes(wrapper(false, secret).unwrap(wrapped, 0, wrapped.length));
  }

  private static SecretWithEncapsulation encapsulated(
      RecipientCertificate recipient, SecureRandom random) {
    try {
      return new MLKEMGenerator(random)
          .generateEncapsulated(PublicKeyFactory.createKey(recipient.publicKey()));
    } catch (IOException e) {
      throw new UncheckedIOException("a checked recipient certificate has a key", e);
    }
  }

  private static Wrapper wrapper(boolean wrapping, byte[] secret) {
    HKDFBytesGenerator kdf = new HKDFBytesGenerator(new SHA256Digest());
    kdf.init(new HKDFParameters(secret, null, otherInfo()));
    byte[] kek = new byte[KemRecipient.KEK_LENGTH];
    kdf.generateBytes(kek, 0, kek.length);
    Wrapper wrapper = new AESWrapEngine();
    wrapper.init(wrapping, new KeyParameter(kek));
    Arrays.fill(kek, (byte) 0);
    Arrays.fill(secret, (byte) 0);
    return wrapper;
  }

  /** CMSORIforKEMOtherInfo (RFC 9629 section 5): binds the key to what it is for. */
  private static byte[] otherInfo() {
    try {
      return new CMSORIforKEMOtherInfo(KemRecipient.WRAP, KemRecipient.KEK_LENGTH)
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("a value in memory has an encoding", e);
    }
  }
}
