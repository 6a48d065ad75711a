package org.safehand.custody.timestamp;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.bouncycastle.util.Selector;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;

/**
 * An RFC 3161 token over a SHA-256 digest.
 *
 * <p>Guarantee of {@link #verify}: an authority that the trust folder pins by certificate and
 * policy signed that exactly these bytes existed at the time. Revocation of the authority's
 * certificate is not asked here: there is no network.
 */
public final class TimeStampToken {
  private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

  private final byte[] der;
  private final org.bouncycastle.tsp.TimeStampToken token;

  private TimeStampToken(byte[] der, org.bouncycastle.tsp.TimeStampToken token) {
    this.der = der;
    this.token = token;
  }

  /** The token that is exactly {@code der}. */
  public static TimeStampToken parse(byte[] der) throws TimeStampException {
    requireNonNull(der, "der is null");
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(der);
      if (value == null || !Arrays.equals(value.getEncoded("DER"), der)) {
        throw new TimeStampException(TimeStampFault.MALFORMED, "not in DER");
      }
      return new TimeStampToken(
          der.clone(), new org.bouncycastle.tsp.TimeStampToken(ContentInfo.getInstance(value)));
    } catch (IOException | TSPException | RuntimeException e) {
      throw new TimeStampException(TimeStampFault.MALFORMED, "not a time-stamp token: " + e);
    }
  }

  /** The token in DER, a copy. */
  public byte[] bytes() {
    return der.clone();
  }

  /** The digest that the token is over, as it claims; not to be trusted before {@link #verify}. */
  public boolean isOver(Digest digest) {
    TimeStampTokenInfo info = token.getTimeStampInfo();
    return NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID())
        && Arrays.equals(info.getMessageImprintDigest(), digest.bytes());
  }

  /**
   * What the token says, if it is over {@code digest} and of an authority in {@code trust}.
   *
   * @throws TimeStampException if any check of the class comment fails
   */
  public VerifiedTime verify(Digest digest, Trust trust) throws TimeStampException {
    try {
      return check(digest, trust);
    } catch (RuntimeException e) {
      // the library parses parts of a token only when asked for them, and then throws unchecked
      throw new TimeStampException(TimeStampFault.MALFORMED, "not a time-stamp token: " + e);
    }
  }

  private VerifiedTime check(Digest digest, Trust trust) throws TimeStampException {
    if (!isOver(digest)) {
      throw new TimeStampException(TimeStampFault.IMPRINT, "over other bytes than " + digest);
    }
    TimeStampTokenInfo info = token.getTimeStampInfo();
    X509CertificateHolder holder = signerCertificate();
    X509Certificate certificate = certificate(holder);
    String policy = info.getPolicy().getId();
    TokenShape.require(ContentInfo.getInstance(der), holder, trust.tsaCa());
    requirePinned(holder, policy, trust.timeStampAuthorities());
    Instant time = info.getGenTime().toInstant();
    AuthorityPath.require(certificate, trust.tsaCa(), time);
    requireSignature(holder);
    return new VerifiedTime(time, policy, info.getSerialNumber(), certificate);
  }

  /** The certificate in the token that its only signer names. */
  private X509CertificateHolder signerCertificate() throws TimeStampException {
    Collection<SignerInformation> signers = token.toCMSSignedData().getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw new TimeStampException(TimeStampFault.MALFORMED, "not exactly one signer");
    }
    @SuppressWarnings("unchecked") // a raw type in the library's signature
    Selector<X509CertificateHolder> bySigner = token.getSID();
    Collection<X509CertificateHolder> matches = token.getCertificates().getMatches(bySigner);
    if (matches.size() != 1) {
      throw new TimeStampException(
          TimeStampFault.MALFORMED, "the signer's certificate is not in the token once");
    }
    return matches.iterator().next();
  }

  private static void requirePinned(
      X509CertificateHolder certificate, String policy, List<TsaTrust> authorities)
      throws TimeStampException {
    Digest sha256 = digest(certificate);
    boolean pinned =
        authorities.stream()
            .anyMatch(
                authority ->
                    authority.certificateSha256().equals(sha256)
                        && authority.policies().contains(policy));
    if (!pinned) {
      throw new TimeStampException(
          TimeStampFault.AUTHORITY,
          "certificate " + sha256 + " is not trusted under policy " + policy);
    }
  }

  /**
   * RFC 3161, section 2.4.2: the signature, and the signing-certificate attribute, which must be
   * signed and name this certificate. The library asks for purpose and validity a second time.
   */
  private void requireSignature(X509CertificateHolder certificate) throws TimeStampException {
    AttributeTable signed = token.getSignedAttributes();
    Attribute first =
        signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificate);
    Attribute second =
        signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (first == null && second == null) {
      throw new TimeStampException(
          TimeStampFault.SIGNATURE, "no signed attribute names the signer's certificate");
    }
    try {
      SignerInformationVerifier verifier =
          new JcaSimpleSignerInfoVerifierBuilder().setProvider(BOUNCY_CASTLE).build(certificate);
      token.validate(verifier);
    } catch (TSPException e) {
      throw new TimeStampException(TimeStampFault.SIGNATURE, String.valueOf(e.getMessage()));
    } catch (OperatorCreationException | CertificateException e) {
      throw new TimeStampException(TimeStampFault.CERTIFICATE, String.valueOf(e.getMessage()));
    }
  }

  private static Digest digest(X509CertificateHolder certificate) throws TimeStampException {
    try {
      return Digest.of(certificate.getEncoded());
    } catch (IOException e) {
      throw new TimeStampException(TimeStampFault.MALFORMED, "a certificate has no encoding");
    }
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws TimeStampException {
    try {
      if (CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()))
          instanceof X509Certificate certificate) {
        return certificate;
      }
    } catch (CertificateException | IOException e) {
      throw new TimeStampException(TimeStampFault.CERTIFICATE, String.valueOf(e.getMessage()));
    }
    throw new TimeStampException(TimeStampFault.CERTIFICATE, "not X.509");
  }
}
