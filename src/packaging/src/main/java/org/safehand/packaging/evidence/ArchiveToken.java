package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.RevocationLists;

/**
 * A time-stamp token with all that shows its authority to be valid: the certificates of its path
 * and revocation lists, in the fields that CMS has for them (RFC 5652, section 5.1). So a renewal,
 * which is over the whole token, keeps them too.
 *
 * @param token the token with the certificates, without the lists
 * @param lists the lists
 */
public record ArchiveToken(TimeStampToken token, List<X509CRL> lists) {
  /** Copies the lists. */
  public ArchiveToken {
    requireNonNull(token, "token is null");
    lists = List.copyOf(lists);
  }

  /**
   * The token {@code stamped} with the certificates of {@code path} in it.
   *
   * @throws TimeStampException if it is none
   */
  public static ArchiveToken of(TimeStampToken stamped, CertificatePath path, List<X509CRL> lists)
      throws TimeStampException {
    try {
      ASN1EncodableVector certificates = new ASN1EncodableVector();
      for (X509Certificate certificate : path.certificates()) {
        certificates.add(ASN1Primitive.fromByteArray(certificate.getEncoded()));
      }
      SignedData data = signedData(ContentInfo.getInstance(stamped.bytes()));
      return new ArchiveToken(bare(data, new DERSet(certificates)), lists);
    } catch (IOException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  /** The same with other lists, as fresh as they are when a renewal covers them. */
  public ArchiveToken with(List<X509CRL> fresh) {
    return new ArchiveToken(token, fresh);
  }

  static ArchiveToken read(ContentInfo whole)
      throws IOException, GeneralSecurityException, TimeStampException {
    SignedData data = signedData(whole);
    List<X509CRL> lists = new ArrayList<>();
    if (data.getCRLs() != null) {
      for (ASN1Encodable list : data.getCRLs()) {
        lists.add(RevocationLists.read(list.toASN1Primitive().getEncoded("DER")));
      }
    }
    return new ArchiveToken(bare(data, data.getCertificates()), lists);
  }

  ContentInfo toAsn1() {
    try {
      ASN1EncodableVector set = new ASN1EncodableVector();
      for (X509CRL list : lists) {
        set.add(ASN1Primitive.fromByteArray(list.getEncoded()));
      }
      SignedData data = signedData(ContentInfo.getInstance(token.bytes()));
      return contentInfo(data, data.getCertificates(), lists.isEmpty() ? null : new DERSet(set));
    } catch (IOException | CRLException e) {
      throw new IllegalStateException("a list that was read has an encoding", e);
    }
  }

  /** The whole in DER: what a time-stamp renewal is over (RFC 4998, section 5.2). */
  public byte[] encoded() {
    try {
      return toAsn1().getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a token in memory has an encoding", e);
    }
  }

  private static SignedData signedData(ContentInfo whole) {
    return SignedData.getInstance(whole.getContent());
  }

  private static TimeStampToken bare(SignedData data, ASN1Set certificates)
      throws IOException, TimeStampException {
    return TimeStampToken.parse(contentInfo(data, certificates, null).getEncoded("DER"));
  }

  private static ContentInfo contentInfo(
      SignedData data, ASN1Set certificates, @Nullable ASN1Set lists) {
    return new ContentInfo(
        CMSObjectIdentifiers.signedData,
        new SignedData(
            data.getDigestAlgorithms(),
            data.getEncapContentInfo(),
            certificates,
            lists,
            data.getSignerInfos()));
  }
}
