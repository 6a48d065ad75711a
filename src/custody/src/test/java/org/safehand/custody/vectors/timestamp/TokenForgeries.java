package org.safehand.custody.vectors.timestamp;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.timestamp.TimeStampFault;
import org.safehand.custody.vectors.form.Suite;

/** A good token with one of the parts altered that no signature covers. */
final class TokenForgeries {
  private static final ASN1Integer SOMETHING = new ASN1Integer(1);

  private final Suite suite;
  private final SignedData data;
  private final SignerInfo signer;

  TokenForgeries(Suite suite, byte[] good) {
    this.suite = suite;
    this.data = SignedData.getInstance(ContentInfo.getInstance(good).getContent());
    this.signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
  }

  void make() {
    AlgorithmIdentifier digest = signer.getDigestAlgorithm();
    AlgorithmIdentifier signature = signer.getDigestEncryptionAlgorithm();
    put("revocation-lists", signed(content(), digest, new DERSet(), signer), "an empty list");
    ASN1Set note =
        new DERSet(
            new Attribute(CMSAttributes.contentHint, new DERSet(new DERUTF8String("a note"))));
    put(
        "unsigned-attribute",
        signed(content(), digest, null, signer(digest, signature, note)),
        "an attribute that nobody signed");
    AlgorithmIdentifier odd = new AlgorithmIdentifier(digest.getAlgorithm(), SOMETHING);
    put(
        "digest-algorithm-parameters",
        signed(content(), odd, null, signer(odd, signature, null)),
        "SHA-256 with a parameter");
    put(
        "signature-algorithm-parameters",
        signed(
            content(),
            digest,
            null,
            signer(digest, new AlgorithmIdentifier(signature.getAlgorithm(), SOMETHING), null)),
        "ECDSA with a parameter");
    put(
        "content-as-sequence",
        signed(
            new ContentInfo(data.getEncapContentInfo().getContentType(), inner()),
            digest,
            null,
            signer),
        "the content itself where its octets belong");
  }

  private ContentInfo content() {
    return data.getEncapContentInfo();
  }

  private ASN1Encodable inner() {
    try {
      return ASN1Primitive.fromByteArray(
          ASN1OctetString.getInstance(content().getContent()).getOctets());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private SignerInfo signer(
      AlgorithmIdentifier digest, AlgorithmIdentifier signature, @Nullable ASN1Set unsigned) {
    return new SignerInfo(
        signer.getSID(),
        digest,
        signer.getAuthenticatedAttributes(),
        signature,
        signer.getEncryptedDigest(),
        unsigned);
  }

  private SignedData signed(
      ContentInfo content, AlgorithmIdentifier digest, @Nullable ASN1Set lists, SignerInfo info) {
    return new SignedData(
        new DERSet(digest), content, data.getCertificates(), lists, new DERSet(info));
  }

  private void put(String name, SignedData altered, String shows) {
    try {
      TimeStampVectors.refuse(
          suite,
          name,
          TimeStampFault.MALFORMED,
          new ContentInfo(CMSObjectIdentifiers.signedData, altered).getEncoded("DER"),
          shows);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
