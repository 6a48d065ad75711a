package org.safehand.packaging.envelope;

import java.io.IOException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.packaging.segment.Nonce;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.Tag;

/**
 * An envelope that was read: AuthEnvelopedData of exactly this profile, in DER, for one recipient.
 *
 * <p>GCM proves no origin and an envelope alone proves nothing: it is opened only after the seal
 * over its digest was checked.
 */
public final class Envelope {
  private final String place;
  private final EnvelopeForm form;

  private Envelope(String place, EnvelopeForm form) {
    this.place = place;
    this.form = form;
  }

  /**
   * Reads the envelope {@code der}, which {@code place} names in refusals.
   *
   * @throws PackageException with {@code envelope-malformed} unless it is of this profile
   */
  public static Envelope read(String place, byte[] der) throws PackageException {
    try {
      EnvelopeForm form = form(der);
      if (Arrays.equals(form.encoded(), der)) {
        return new Envelope(place, form);
      }
    } catch (IOException | RuntimeException e) {
      throw malformed(place, "not AuthEnvelopedData with AES-256-GCM", e);
    }
    throw malformed(place, "not the one encoding of its parts", null);
  }

  private static EnvelopeForm form(byte[] der) throws IOException {
    ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
    AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
    EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
    GCMParameters gcm =
        GCMParameters.getInstance(content.getContentEncryptionAlgorithm().getParameters());
    RecipientInfo recipient = RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0));
    return new EnvelopeForm(
        RecipientForm.of(recipient),
        Nonce.ofBytes(gcm.getNonce()),
        Tag.ofBytes(data.getMac().getOctets()),
        content.getEncryptedContent());
  }

  /**
   * The content inside, decrypted.
   *
   * @throws PackageException if it is for another key, is not inside, or does not decrypt
   */
  public byte[] open(RecipientKey key) throws PackageException {
    ASN1OctetString octets = form.ciphertext();
    if (octets == null) {
      throw malformed(place, "the content is not inside", null);
    }
    int length = octets.getOctetsLength();
    byte[] sealed = Arrays.copyOf(octets.getOctets(), length + Tag.LENGTH);
    byte[] plaintext = new byte[length];
    decrypt(key, sealed, length, plaintext);
    return plaintext;
  }

  /**
   * Decrypts the first {@code length} bytes of {@code sealed}, the ciphertext that stands beside
   * this envelope, into {@code plaintext}; {@code sealed} needs room for 16 bytes more.
   *
   * @throws PackageException if it is for another key, has content inside, or does not decrypt
   */
  public void open(RecipientKey key, byte[] sealed, int length, byte[] plaintext)
      throws PackageException {
    if (form.ciphertext() != null) {
      throw malformed(place, "the content is inside", null);
    }
    decrypt(key, sealed, length, plaintext);
  }

  private void decrypt(RecipientKey key, byte[] sealed, int length, byte[] plaintext)
      throws PackageException {
    ContentKey contentKey = contentKey(key);
    try {
      SegmentCipher.open(contentKey, form.nonce(), form.tag(), sealed, length, plaintext);
    } catch (AEADBadTagException e) {
      throw undecryptable("ciphertext, key and tag do not belong together", e);
    }
  }

  /** Its parts, as they are encoded. */
  EnvelopeForm form() {
    return form;
  }

  /** The key that its content was encrypted with. */
  ContentKey contentKey(RecipientKey key) throws PackageException {
    try {
      return switch (key.certificate().algorithm()) {
        case RSA_OAEP_SHA256 -> ContentKey.ofBytes(transported(key).getEncoded());
        case ECDH_P256, ECDH_P384 -> ContentKey.ofBytes(agreed(key).getEncoded());
        case ML_KEM_768, ML_KEM_1024 -> encapsulated(key);
      };
    } catch (CMSException | InvalidCipherTextException | IOException | RuntimeException e) {
      throw undecryptable("the content key does not unwrap", e);
    }
  }

  private ContentKey encapsulated(RecipientKey key)
      throws PackageException, InvalidCipherTextException, IOException {
    if (KemRecipient.isKem(form.recipient())) {
      KemRecipient recipient = KemRecipient.of(form.recipient());
      if (recipient.algorithm() == key.certificate().algorithm()
          && names(recipient.keyIdentifier(), key.certificate())) {
        return KemKeyWrap.unwrap(key.key(), recipient);
      }
    }
    throw otherRecipient();
  }

  private Key transported(RecipientKey key) throws PackageException, CMSException {
    if (form.recipient().getInfo() instanceof KeyTransRecipientInfo info
        && info.getRecipientIdentifier().getId() instanceof ASN1OctetString identifier
        && names(identifier, key.certificate())) {
      return KeyUnwrapper.transported(key.key(), info, EnvelopeForm.algorithm(form.nonce()));
    }
    throw otherRecipient();
  }

  private Key agreed(RecipientKey key) throws PackageException, CMSException {
    if (form.recipient().getInfo() instanceof KeyAgreeRecipientInfo info
        && info.getRecipientEncryptedKeys().size() == 1) {
      RecipientEncryptedKey wrapped =
          RecipientEncryptedKey.getInstance(info.getRecipientEncryptedKeys().getObjectAt(0));
      RecipientKeyIdentifier identifier = wrapped.getIdentifier().getRKeyID();
      OriginatorPublicKey ephemeral = info.getOriginator().getOriginatorKey();
      if (identifier != null
          && ephemeral != null
          && isOnCurveOf(key.certificate(), ephemeral)
          && names(identifier.getSubjectKeyIdentifier(), key.certificate())) {
        return KeyUnwrapper.agreed(
            key.key(),
            info,
            new SubjectPublicKeyInfo(
                ephemeral.getAlgorithm(), ephemeral.getPublicKeyData().getOctets()),
            wrapped,
            EnvelopeForm.algorithm(form.nonce()));
      }
    }
    throw otherRecipient();
  }

  /** The ephemeral key is on the recipient's curve (RFC 5753 section 3.1.1). */
  private static boolean isOnCurveOf(
      RecipientCertificate certificate, OriginatorPublicKey ephemeral) {
    return SubjectPublicKeyInfo.getInstance(certificate.certificate().getPublicKey().getEncoded())
        .getAlgorithm()
        .equals(ephemeral.getAlgorithm());
  }

  private static boolean names(ASN1OctetString identifier, RecipientCertificate certificate) {
    return Arrays.equals(identifier.getOctets(), certificate.keyIdentifier());
  }

  private PackageException otherRecipient() {
    return new PackageException(
        PackageFault.ENVELOPE_OTHER_RECIPIENT, place, "it is not for this key");
  }

  private PackageException undecryptable(String detail, Exception cause) {
    return new PackageException(PackageFault.ENVELOPE_UNDECRYPTABLE, place, detail, cause);
  }

  private static PackageException malformed(
      String place, String detail, @Nullable Exception cause) {
    return new PackageException(PackageFault.ENVELOPE_MALFORMED, place, detail, cause);
  }
}
