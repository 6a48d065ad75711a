package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/**
 * An OCSP response (RFC 6960, section 4.2) about one certificate, in its one encoding, with the
 * responder's certificate inside or none.
 *
 * <p>It counts for an issuer if that issuer signed it, or a responder whose certificate the issuer
 * signed for this purpose and exempted from revocation (sections 4.2.2.2 and 4.2.2.2.1).
 */
public final class OcspResponse {
  private static final int GOOD = 0;
  private static final int REVOKED = 1;

  private final byte[] der;
  private final BasicOCSPResponse basic;
  private final SingleResponse single;
  private final Instant thisUpdate;
  private final Instant nextUpdate;
  private final @Nullable Instant revokedAt;
  private final Optional<X509Certificate> responder;
  private final Instant producedAt;
  private final byte[] nonce;

  private OcspResponse(byte[] der, BasicOCSPResponse basic)
      throws GeneralSecurityException, IOException, ParseException {
    this.der = der.clone();
    this.basic = basic;
    ASN1Sequence all = basic.getTbsResponseData().getResponses();
    require(all.size() == 1, "it is not about one certificate");
    this.single = SingleResponse.getInstance(all.getObjectAt(0));
    this.thisUpdate = time(single.getThisUpdate());
    require(single.getNextUpdate() != null, "it does not say how long it holds");
    this.nextUpdate = time(single.getNextUpdate());
    this.revokedAt =
        single.getCertStatus().getTagNo() == REVOKED
            ? time(RevokedInfo.getInstance(single.getCertStatus().getStatus()).getRevocationTime())
            : null;
    this.responder = responder(basic.getCerts());
    this.producedAt = time(basic.getTbsResponseData().getProducedAt());
    this.nonce = nonce(basic.getTbsResponseData().getResponseExtensions());
    requireNoCritical(single.getSingleExtensions());
    requireNoCritical(basic.getTbsResponseData().getResponseExtensions());
  }

  /**
   * The response that is exactly {@code der}. Nothing in it is believed yet.
   *
   * @throws CertificateException if it is in any other form, or no successful response
   */
  public static OcspResponse read(byte[] der) throws CertificateException {
    try {
      OCSPResponse outer = OCSPResponse.getInstance(ASN1Primitive.fromByteArray(der));
      require(outer.getResponseStatus().getIntValue() == 0, "the responder gave no answer");
      require(
          OCSPObjectIdentifiers.id_pkix_ocsp_basic.equals(
              outer.getResponseBytes().getResponseType()),
          "not a basic response");
      byte[] inner = outer.getResponseBytes().getResponse().getOctets();
      BasicOCSPResponse basic = BasicOCSPResponse.getInstance(ASN1Primitive.fromByteArray(inner));
      require(
          Arrays.equals(basic.getEncoded("DER"), inner)
              && Arrays.equals(outer.getEncoded("DER"), der)
              && basic.getSignature().getPadBits() == 0,
          "not the one encoding of what it says");
      return new OcspResponse(der, basic);
    } catch (IOException | ParseException | GeneralSecurityException | RuntimeException e) {
      throw new CertificateException("not an OCSP response: " + e.getMessage(), e);
    }
  }

  /** The response in DER, a copy. */
  public byte[] der() {
    return der.clone();
  }

  /** Whether {@code issuer} and serial number are those of {@code certificate}. */
  public boolean isAbout(X509Certificate certificate, X509Certificate issuer) {
    try {
      CertID id = single.getCertID();
      return id.equals(OcspQuery.certId(certificate, issuer, id.getHashAlgorithm()));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether it is about {@code certificate} and {@code issuer} vouches for it. */
  boolean isProof(X509Certificate certificate, X509Certificate issuer) {
    return isAbout(certificate, issuer) && isVouchedForBy(issuer);
  }

  /** Whether {@code issuer}, or a responder that it appointed, signed it. */
  public boolean isVouchedForBy(X509Certificate issuer) {
    return new OcspSignature(basic, responder, producedAt).isOf(issuer);
  }

  /**
   * What it says about {@code certificate} at {@code moment}; unknown where it is about another
   * one, of another time or signed by somebody else.
   */
  RevocationStatus status(X509Certificate certificate, X509Certificate issuer, Instant moment) {
    requireNonNull(moment, "moment is null");
    if (!RevocationProofs.covers(thisUpdate, nextUpdate, moment) || !isProof(certificate, issuer)) {
      return RevocationStatus.UNKNOWN;
    }
    return switch (single.getCertStatus().getTagNo()) {
      case GOOD -> RevocationStatus.GOOD;
      case REVOKED ->
          requireNonNull(revokedAt, "revokedAt is null").isAfter(moment)
              ? RevocationStatus.GOOD
              : RevocationStatus.REVOKED;
      default -> RevocationStatus.UNKNOWN;
    };
  }

  /** The nonce inside (RFC 9654), empty if there is none. */
  byte[] nonce() {
    return nonce.clone();
  }

  private static byte[] nonce(@Nullable Extensions extensions) {
    Extension nonce =
        extensions == null
            ? null
            : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    return nonce == null
        ? new byte[0]
        : ASN1OctetString.getInstance(nonce.getExtnValue().getOctets()).getOctets();
  }

  private static Optional<X509Certificate> responder(@Nullable ASN1Sequence certificates)
      throws GeneralSecurityException, IOException {
    if (certificates == null) {
      return Optional.empty();
    }
    require(certificates.size() == 1, "more certificates inside than the responder's");
    byte[] encoded = certificates.getObjectAt(0).toASN1Primitive().getEncoded("DER");
    // the one bit string of a certificate that its signature does not cover
    require(
        Certificate.getInstance(encoded).getSignature().getPadBits() == 0,
        "a certificate with spare bits");
    return Optional.of(
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded)));
  }

  private static void requireNoCritical(@Nullable Extensions extensions)
      throws CertificateException {
    require(
        extensions == null || extensions.getCriticalExtensionOIDs().length == 0,
        "an extension that must be understood");
  }

  // the library gives the time as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private static Instant time(ASN1GeneralizedTime time) throws ParseException {
    return time.getDate().toInstant();
  }

  /** Whether {@code other} is the same response, byte for byte. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OcspResponse that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  private static void require(boolean held, String fault) throws CertificateException {
    if (!held) {
      throw new CertificateException(fault);
    }
  }
}
