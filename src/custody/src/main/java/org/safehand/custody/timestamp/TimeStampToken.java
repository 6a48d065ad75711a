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
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;

/**
 * An RFC 3161 token.
 *
 * <p>Guarantee of {@link #verify}: an authority that the trust folder pins by certificate and
 * policy signed that exactly these bytes existed at the time. Revocation of the authority's
 * certificate is not asked here: there is no network. A token of an authority that the trust folder
 * calls withdrawn proves nothing by itself, as its key may have been used since to date back; it
 * counts where {@link #verifyExisting} is told of another proof that it is older.
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
    return isOver(Imprint.of(digest));
  }

  /** The same for a value of any algorithm. */
  public boolean isOver(Imprint imprint) {
    TimeStampTokenInfo info = token.getTimeStampInfo();
    return imprint.algorithm().oid().equals(info.getMessageImprintAlgOID().getId())
        && Arrays.equals(info.getMessageImprintDigest(), imprint.value());
  }

  /**
   * What the token says, if it is over {@code digest} and of an authority in {@code trust}.
   *
   * @throws TimeStampException if any check of the class comment fails
   */
  public VerifiedTime verify(Digest digest, Trust trust) throws TimeStampException {
    return verify(Imprint.of(digest), trust);
  }

  /** The same for a value of any algorithm. */
  public VerifiedTime verify(Imprint imprint, Trust trust) throws TimeStampException {
    return checked(imprint, trust, null);
  }

  /**
   * The same for a token of which something else proves that it existed at {@code known}: an
   * authority that was withdrawn after that still counts.
   */
  public VerifiedTime verifyExisting(Imprint imprint, Trust trust, Instant known)
      throws TimeStampException {
    return checked(imprint, trust, requireNonNull(known, "known is null"));
  }

  private VerifiedTime checked(Imprint imprint, Trust trust, @Nullable Instant known)
      throws TimeStampException {
    try {
      return check(imprint, trust, known);
    } catch (RuntimeException e) {
      // the library parses parts of a token only when asked for them, and then throws unchecked
      throw new TimeStampException(TimeStampFault.MALFORMED, "not a time-stamp token: " + e);
    }
  }

  private VerifiedTime check(Imprint imprint, Trust trust, @Nullable Instant known)
      throws TimeStampException {
    if (!isOver(imprint)) {
      throw new TimeStampException(TimeStampFault.IMPRINT, "over other bytes than " + imprint);
    }
    TimeStampTokenInfo info = token.getTimeStampInfo();
    X509CertificateHolder holder = signerCertificate();
    X509Certificate certificate = certificate(holder);
    String policy = info.getPolicy().getId();
    TokenShape.require(ContentInfo.getInstance(der), holder, trust.tsaCa());
    requireNotWithdrawn(pinned(holder, policy, trust.timeStampAuthorities()), known);
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

  private static TsaTrust pinned(
      X509CertificateHolder certificate, String policy, List<TsaTrust> authorities)
      throws TimeStampException {
    Digest sha256 = digest(certificate);
    for (TsaTrust authority : authorities) {
      if (authority.certificateSha256().equals(sha256) && authority.policies().contains(policy)) {
        return authority;
      }
    }
    throw new TimeStampException(
        TimeStampFault.AUTHORITY,
        "certificate " + sha256 + " is not trusted under policy " + policy);
  }

  private static void requireNotWithdrawn(TsaTrust authority, @Nullable Instant known)
      throws TimeStampException {
    Instant withdrawn = authority.withdrawn().orElse(null);
    if (withdrawn != null && (known == null || !known.isBefore(withdrawn))) {
      throw new TimeStampException(
          TimeStampFault.WITHDRAWN,
          "the authority was withdrawn at "
              + withdrawn
              + " and nothing else shows that the token is older");
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
