package org.safehand.custody.vectors.timestamp;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
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
    makeNumbers();
    makeNames();
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

  /** Versions, which are one byte each. */
  private void makeNumbers() {
    byte[] good = encoded(data);
    // INTEGER 3 before the SET of digest algorithms
    refuse("version-4", set(good, "02010331", 4), "an unknown version");
    // INTEGER 1 before the SEQUENCE of issuer and number
    refuse("signer-version-3", set(good, "02010130", 3), "that of a signer named by its key");
  }

  /** The token with the third byte of {@code hex}, which is in it once, set to {@code value}. */
  private static byte[] set(byte[] token, String hex, int value) {
    String text = HexFormat.of().formatHex(token);
    if (!text.contains(hex) || text.indexOf(hex) != text.lastIndexOf(hex)) {
      throw new IllegalArgumentException(hex + " is not in the token once");
    }
    byte[] changed = token.clone();
    changed[text.indexOf(hex) / 2 + 2] = (byte) value;
    return changed;
  }

  private void makeNames() {
    AlgorithmIdentifier digest = signer.getDigestAlgorithm();
    AlgorithmIdentifier other = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384);
    put(
        "digest-algorithms-more",
        new SignedData(
            new DERSet(new AlgorithmIdentifier[] {digest, other}),
            content(),
            data.getCertificates(),
            null,
            new DERSet(signer)),
        "a digest algorithm that nobody used");
    IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
    X500Name spelled =
        new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERPrintableString("TSA CA"))});
    SignerInfo renamed =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(spelled, name.getSerialNumber().getValue())),
            digest,
            signer.getAuthenticatedAttributes(),
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            null);
    put(
        "signer-name",
        signed(content(), digest, null, renamed),
        "the issuer's name as another type of text than in the certificate");
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
    refuse(name, encoded(altered), shows);
  }

  private void refuse(String name, byte[] token, String shows) {
    TimeStampVectors.refuse(suite, name, TimeStampFault.MALFORMED, token, shows);
  }

  private static byte[] encoded(SignedData data) {
    try {
      return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
