package org.safehand.packaging.seal;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.timestamp.VerifiedTime;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.PathCheck;
import org.safehand.packaging.validity.RevocationProofs;
import org.safehand.packaging.validity.TokenForm;

/**
 * Checks seals offline.
 *
 * <p>Guarantee: a key that the trust folder names signed exactly this content, before the time that
 * a pinned authority stamped, with a certificate then valid and not revoked; and no bit of the seal
 * is other than it was made. Against an insider with a certificate of the same authority this holds
 * too: issuers build paths and decide nothing.
 */
public final class SealVerifier {
  /** How far the sealer's clock may be ahead of the authority's. */
  private static final Duration MAX_SKEW = Duration.ofMinutes(5);

  private final String place;
  private final Trust trust;
  private final @Nullable Instant known;

  /** Checks against {@code trust}; {@code place} names the seal in refusals. */
  public SealVerifier(String place, Trust trust) {
    this(place, trust, null);
  }

  private SealVerifier(String place, Trust trust, @Nullable Instant known) {
    this.place = requireNonNull(place, "place is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.known = known;
  }

  /**
   * The same for a seal of which something else proves that it existed at {@code moment}: its
   * time-stamp counts also where the authority was withdrawn after that.
   */
  public SealVerifier knownSince(Instant moment) {
    return new SealVerifier(place, trust, requireNonNull(moment, "moment is null"));
  }

  /**
   * Checks that {@code seal} is over {@code content}.
   *
   * @throws PackageException naming the first check that failed
   */
  public VerifiedSeal verify(byte[] content, byte[] seal) throws PackageException {
    SealParts parts = SealParts.read(place, seal);
    SealerTrust sealer = sealer(parts.signer());
    SealForm form = signedForm(parts, content);
    byte[] token = requireToken(parts.token());
    VerifiedTime stamped = stamped(token, Digest.of(parts.signature().getOctets()));
    CertificatePath path = path(parts.signer(), trust.sealCa());
    CertificatePath stampPath = path(stamped.authority(), trust.tsaCa());
    requireOneForm(seal, parts, form, List.of(path, stampPath), token);
    PathCheck check = new PathCheck(place, stamped.time(), parts.proofs());
    check.require(path);
    check.require(stampPath);
    requireTimes(sealer, parts.signingTime(), stamped.time());
    return new VerifiedSeal(sealer.organisation(), path, parts.signingTime(), stamped.time());
  }

  /**
   * The content of {@code signedRecord}, signed by the certificate of {@code sealer}, whose
   * validity the seal around the record has shown.
   *
   * @throws PackageException naming the first check that failed
   */
  public byte[] verifyRecord(byte[] signedRecord, VerifiedSeal sealer) throws PackageException {
    SealParts parts = SealParts.read(place, signedRecord);
    if (parts.content() == null) {
      throw fault(PackageFault.SEAL_MALFORMED, "the content is not inside");
    }
    byte[] content = parts.content().getOctets();
    if (!parts.signer().equals(sealer.path().leaf())) {
      throw fault(
          PackageFault.SEALER_NOT_TRUSTED, "signed by another certificate than the package's seal");
    }
    SealForm form = signedForm(parts, content);
    byte[] expected =
        form.encoded(
            content,
            sealer.path().certificates(),
            RevocationProofs.NONE,
            parts.signature().getOctets(),
            null);
    requireEqual(expected, signedRecord);
    return content;
  }

  private SealerTrust sealer(X509Certificate signer) throws PackageException {
    Digest spki = Digest.of(signer.getPublicKey().getEncoded());
    for (SealerTrust sealer : trust.sealers()) {
      if (sealer.spkiSha256().equals(spki)) {
        return sealer;
      }
    }
    throw fault(
        PackageFault.SEALER_NOT_TRUSTED,
        "the key "
            + spki
            + " of "
            + signer.getSubjectX500Principal().getName()
            + " is not among the sealers");
  }

  /** How the key of the certificate signs, which must be how the seal says it was signed. */
  private SealAlgorithm algorithm(SealParts parts) throws PackageException {
    SealAlgorithm algorithm =
        SealAlgorithm.of(parts.signer().getPublicKey())
            .orElseThrow(
                () ->
                    fault(
                        PackageFault.SEAL_MALFORMED,
                        "by neither a P-384 key nor an RSA key of 3072 bits or more"));
    if (!algorithm.identifier().equals(parts.algorithm())) {
      throw fault(
          PackageFault.SEAL_MALFORMED,
          "not signed with " + algorithm + ", which its certificate calls for");
    }
    return algorithm;
  }

  /** The form of the seal over {@code content}, which the key of its certificate signed. */
  private SealForm signedForm(SealParts parts, byte[] content) throws PackageException {
    SealAlgorithm algorithm = algorithm(parts);
    byte[] sha384 = SealWriter.sha384(content);
    if (!MessageDigest.isEqual(sha384, parts.messageDigest().getOctets())) {
      throw fault(PackageFault.SEAL_OVER_OTHER_CONTENT, "it was made over other bytes");
    }
    SealForm form = new SealForm(algorithm, parts.signer(), parts.signingTime(), sha384);
    requireSignature(algorithm, parts, form);
    return form;
  }

  private void requireSignature(SealAlgorithm algorithm, SealParts parts, SealForm form)
      throws PackageException {
    try {
      Signature signature = algorithm.signature(null);
      signature.initVerify(parts.signer().getPublicKey());
      signature.update(form.signedAttributes());
      if (signature.verify(parts.signature().getOctets())) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new PackageException(
          PackageFault.SEAL_SIGNATURE_WRONG, place, "the signature cannot be checked", e);
    }
    throw fault(PackageFault.SEAL_SIGNATURE_WRONG, "the signature does not verify");
  }

  private byte[] requireToken(@Nullable ASN1OctetString token) throws PackageException {
    if (token == null) {
      throw fault(PackageFault.SEAL_MALFORMED, "it has no time-stamp");
    }
    return token.getOctets();
  }

  private VerifiedTime stamped(byte[] der, Digest signature) throws PackageException {
    try {
      TimeStampToken token = TimeStampToken.parse(der);
      VerifiedTime time =
          known == null
              ? token.verify(signature, trust)
              : token.verifyExisting(Imprint.of(signature), trust, known);
      if (TokenForm.of(token).isWithin(path(time.authority(), trust.tsaCa()))) {
        return time;
      }
    } catch (TimeStampException e) {
      throw new PackageException(
          PackageFault.SEAL_TIME_STAMP_REFUSED, place, String.valueOf(e.getMessage()), e);
    } catch (GeneralSecurityException e) {
      throw new PackageException(
          PackageFault.SEAL_TIME_STAMP_NOT_CANONICAL, place, String.valueOf(e.getMessage()), e);
    }
    throw fault(
        PackageFault.SEAL_TIME_STAMP_NOT_CANONICAL, "the token has certificates beside its path");
  }

  private CertificatePath path(X509Certificate leaf, List<X509Certificate> issuers)
      throws PackageException {
    return CertificatePath.find(leaf, issuers)
        .orElseThrow(
            () ->
                fault(
                    PackageFault.CERTIFICATE_PATH_BROKEN,
                    "no path from " + leaf.getSubjectX500Principal().getName() + " to a root"));
  }

  /**
   * Certificates, lists and responses are exactly those of the two paths, and every byte is as it
   * must be.
   */
  private void requireOneForm(
      byte[] seal, SealParts parts, SealForm form, List<CertificatePath> paths, byte[] token)
      throws PackageException {
    Set<X509Certificate> certificates = new LinkedHashSet<>();
    for (CertificatePath path : paths) {
      certificates.addAll(path.certificates());
    }
    if (!parts.proofs().areExactlyFor(paths)) {
      throw fault(
          PackageFault.REVOCATION_UNKNOWN,
          "not for each certificate exactly one revocation list of its issuer or one response");
    }
    byte[] expected =
        form.encoded(
            null, List.copyOf(certificates), parts.proofs(), parts.signature().getOctets(), token);
    requireEqual(expected, seal);
  }

  private void requireEqual(byte[] expected, byte[] found) throws PackageException {
    int difference = Arrays.mismatch(expected, found);
    if (difference >= 0) {
      throw new PackageException(
          PackageFault.SEAL_NOT_CANONICAL,
          place + ", byte " + difference,
          "it is not the one encoding of what it says");
    }
  }

  private void requireTimes(SealerTrust sealer, Instant signed, Instant stamped)
      throws PackageException {
    if (!sealer.isValidAt(stamped)) {
      throw fault(
          PackageFault.SEALER_NOT_TRUSTED,
          sealer.organisation() + " was not trusted to seal at " + stamped);
    }
    if (signed.isAfter(stamped.plus(MAX_SKEW))) {
      throw fault(
          PackageFault.SEAL_TIME_STAMP_REFUSED, "stamped " + stamped + ", signed " + signed);
    }
  }

  private PackageException fault(PackageFault fault, String detail) {
    return new PackageException(fault, place, detail);
  }
}
