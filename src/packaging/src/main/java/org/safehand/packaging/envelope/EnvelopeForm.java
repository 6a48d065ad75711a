package org.safehand.packaging.envelope;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.segment.Nonce;
import org.safehand.packaging.segment.Tag;

/**
 * The one encoding of an envelope, made by the writer and made again by the reader to compare: one
 * recipient, content type data, no attributes.
 */
record EnvelopeForm(
    RecipientInfo recipient, Nonce nonce, Tag tag, @Nullable ASN1OctetString ciphertext) {

  static AlgorithmIdentifier algorithm(Nonce nonce) {
    return new AlgorithmIdentifier(
        NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce.bytes(), Tag.LENGTH));
  }

  byte[] encoded() throws IOException {
    AuthEnvelopedData data =
        new AuthEnvelopedData(
            null,
            new DERSet(recipient),
            new EncryptedContentInfo(CMSObjectIdentifiers.data, algorithm(nonce), ciphertext),
            null,
            new DEROctetString(tag.bytes()),
            null);
    return new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data).getEncoded("DER");
  }
}
