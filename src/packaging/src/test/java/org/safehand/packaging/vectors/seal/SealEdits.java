package org.safehand.packaging.vectors.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCRLStore;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.vectors.der.Tlv;

/** A seal with other parts in those places that its signature does not cover. */
public final class SealEdits {
  /** The content of id-ri-ocsp-response (RFC 5940). */
  private static final String OCSP_RESPONSE = "2b06010505071002";

  /** RFC 5652, 5.1: where there is revocation information that is no list. */
  private static final byte VERSION_WITH_OTHERS = 5;

  private static final int PROOFS = 4;

  private SealEdits() {}

  /** The time-stamp token of {@code seal}. */
  public static byte[] token(byte[] seal) {
    try {
      return signer(new CMSSignedData(seal))
          .getUnsignedAttributes()
          .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
          .getAttrValues()
          .getObjectAt(0)
          .toASN1Primitive()
          .getEncoded("DER");
    } catch (CMSException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The signature value of {@code seal}. */
  public static byte[] signature(byte[] seal) {
    try {
      return signer(new CMSSignedData(seal)).getSignature();
    } catch (CMSException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code seal} without its time-stamp. */
  public static byte[] withoutToken(byte[] seal) {
    return withAttributes(seal, null);
  }

  /** {@code seal} with {@code tokens} as values in the place of its own. */
  public static byte[] withTokens(byte[] seal, byte[]... tokens) {
    ASN1EncodableVector values = new ASN1EncodableVector();
    for (byte[] token : tokens) {
      values.add(primitive(token));
    }
    return withAttributes(
        seal,
        new AttributeTable(
            new DERSet(
                new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(values)))));
  }

  /** {@code seal} with {@code attribute} beside its time-stamp. */
  public static byte[] withAttribute(byte[] seal, Attribute attribute) {
    try {
      ASN1EncodableVector attributes =
          signer(new CMSSignedData(seal)).getUnsignedAttributes().toASN1EncodableVector();
      attributes.add(attribute);
      return withAttributes(seal, new AttributeTable(attributes));
    } catch (CMSException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code seal} with these unsigned attributes, or without any. */
  public static byte[] withAttributes(byte[] seal, @Nullable AttributeTable attributes) {
    try {
      CMSSignedData data = new CMSSignedData(seal);
      SignerInformation changed =
          SignerInformation.replaceUnsignedAttributes(signer(data), attributes);
      return encoded(CMSSignedData.replaceSigners(data, new SignerInformationStore(changed)));
    } catch (CMSException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code seal} with exactly these certificates and lists. */
  public static byte[] withMaterial(
      byte[] seal, List<X509Certificate> certificates, List<X509CRL> lists) {
    try {
      return encoded(
          CMSSignedData.replaceCertificatesAndCRLs(
              new CMSSignedData(seal),
              new JcaCertStore(certificates),
              null,
              lists.isEmpty() ? null : new JcaCRLStore(lists)));
    } catch (CMSException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What stands in a seal for the OCSP response {@code der}. */
  public static Tlv response(byte[] der) {
    return other(OCSP_RESPONSE, der);
  }

  /** What stands in a seal for {@code content} of the format {@code oid} (RFC 5652, 10.2.1). */
  public static Tlv other(String oid, byte[] content) {
    return Tlv.of(0xa1, Tlv.oid(oid), Tlv.parse(content));
  }

  /** {@code seal} with exactly these lists and, beside them, {@code others}. */
  public static byte[] withProofs(byte[] seal, List<X509CRL> lists, List<Tlv> others) {
    List<byte[]> choices = new ArrayList<>();
    try {
      for (X509CRL list : lists) {
        choices.add(list.getEncoded());
      }
    } catch (CRLException e) {
      throw new AssertionError(e);
    }
    others.forEach(other -> choices.add(other.encoded()));
    // as DER has the elements of a set
    choices.sort(Arrays::compareUnsigned);
    Tlv changed = Tlv.parse(seal);
    Tlv data = changed.at(1, 0);
    data.at(0).content(VERSION_WITH_OTHERS);
    List<Tlv> proofs = data.at(PROOFS).children();
    proofs.clear();
    choices.forEach(choice -> proofs.add(Tlv.parse(choice)));
    return changed.encoded();
  }

  private static SignerInformation signer(CMSSignedData data) {
    return data.getSignerInfos().getSigners().iterator().next();
  }

  private static byte[] encoded(CMSSignedData data) {
    try {
      return data.toASN1Structure().getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ASN1Primitive primitive(byte[] der) {
    try {
      return ASN1Primitive.fromByteArray(der);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
