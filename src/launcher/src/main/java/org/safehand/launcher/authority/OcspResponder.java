package org.safehand.launcher.authority;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.safehand.launcher.keyfile.Identity;

/**
 * Answers OCSP requests (RFC 6960) for one authority, one certificate a request. What is not on the
 * authority's list is good. Not for production: it knows no list of what was ever issued.
 */
public final class OcspResponder {
  private static final Duration LIFE = Duration.ofHours(1);

  private final Identity signer;
  private final X509Certificate issuer;
  private final Revocations revocations;
  private final BouncyCastleProvider provider;
  private final Clock clock;

  /**
   * @param signer whose certificate {@code issuer} issued for this purpose
   * @param revocations what {@code issuer} revoked
   */
  public OcspResponder(
      Identity signer,
      X509Certificate issuer,
      Revocations revocations,
      BouncyCastleProvider provider,
      Clock clock) {
    this.signer = requireNonNull(signer, "signer is null");
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.revocations = requireNonNull(revocations, "revocations is null");
    this.provider = requireNonNull(provider, "provider is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Since when a serial number is revoked. */
  @FunctionalInterface
  public interface Revocations {
    Optional<Instant> since(BigInteger serial) throws IOException;
  }

  /**
   * The encoded answer to an encoded request.
   *
   * @throws IOException if {@code request} is none
   */
  public byte[] answer(byte[] request) throws IOException, GeneralSecurityException {
    OCSPReq asked = new OCSPReq(request);
    try {
      if (asked.getRequestList().length != 1) {
        return new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null).getEncoded();
      }
      CertificateID id = asked.getRequestList()[0].getCertID();
      Instant now = clock.instant();
      BasicOCSPRespBuilder builder =
          new BasicOCSPRespBuilder(
              new RespID(
                  X500Name.getInstance(
                      signer.certificate().getSubjectX500Principal().getEncoded())));
      builder.addResponse(id, status(id), Date.from(now), Date.from(now.plus(LIFE)), null);
      Extension nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
      if (nonce != null) {
        builder.setResponseExtensions(new Extensions(nonce));
      }
      return signed(builder, now);
    } catch (OCSPException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private byte[] signed(BasicOCSPRespBuilder builder, Instant now)
      throws IOException, GeneralSecurityException, OCSPException, OperatorCreationException {
    X509CertificateHolder[] chain = {new JcaX509CertificateHolder(signer.certificate())};
    return new OCSPRespBuilder()
        .build(
            OCSPRespBuilder.SUCCESSFUL,
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(provider)
                    .build(signer.key()),
                chain,
                Date.from(now)))
        .getEncoded();
  }

  private CertificateStatus status(CertificateID id)
      throws IOException, GeneralSecurityException, OCSPException, OperatorCreationException {
    if (!id.matchesIssuer(
        new JcaX509CertificateHolder(issuer),
        new JcaDigestCalculatorProviderBuilder().setProvider(provider).build())) {
      return new UnknownStatus();
    }
    return revocations
        .since(id.getSerialNumber())
        .<CertificateStatus>map(
            since -> new RevokedStatus(Date.from(since), CRLReason.keyCompromise))
        .orElse(CertificateStatus.GOOD);
  }
}
