package org.safehand.packaging.vectors.seal;

import java.time.Duration;
import java.time.Instant;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/**
 * The good entries under a whole new seal: of somebody else, or of the right one at the wrong time.
 * Release record and case file inside have the old seals; nobody gets so far.
 */
public final class SealerForgeries {
  private final Target target;

  public SealerForgeries(Target target) {
    this.target = target;
  }

  public void make() {
    makeSealers();
    makePaths();
    makeTimes();
    makeRevocations();
    makeAuthorities();
  }

  private void refuse(String name, PackageFault fault, FixedHotline hotline, String shows) {
    target.refuse(
        "sealer-" + name,
        fault,
        Forgery.of(target.good()).sealedBy(hotline.open("sealer " + name)),
        shows);
  }

  private void makeSealers() {
    PackageFault untrusted = PackageFault.SEALER_NOT_TRUSTED;
    FixedHotline good = FixedHotline.GOOD;
    refuse(
        "of-the-same-issuer",
        untrusted,
        good.sealer(FixedPki.OTHER_SEAL),
        "sealed by a certificate of the trusted one's issuer");
    refuse(
        "agency",
        untrusted,
        good.sealer(FixedPki.AGENCY_SEAL),
        "sealed by an agency's certificate");
    refuse("tls", untrusted, good.sealer(FixedPki.TLS), "sealed by a web server's certificate");
    refuse("authority", untrusted, good.sealer(FixedPki.SEAL_CA), "sealed by the issuer itself");
    refuse(
        "no-longer-trusted",
        untrusted,
        good.sealer(FixedPki.PAST),
        "the trust in this key ended before the time of the stamp");
  }

  private void makePaths() {
    refuse(
        "astray",
        PackageFault.CERTIFICATE_PATH_BROKEN,
        FixedHotline.GOOD.sealer(FixedPki.ASTRAY),
        "sealed by a trusted key, whose certificate is of an issuer that is none of seals");
  }

  private void makeTimes() {
    FixedHotline good = FixedHotline.GOOD;
    refuse(
        "expired",
        PackageFault.CERTIFICATE_EXPIRED,
        good.sealer(FixedPki.EXPIRED),
        "the certificate had ended at the time of the stamp");
    refuse(
        "not-yet-valid",
        PackageFault.CERTIFICATE_EXPIRED,
        good.sealer(FixedPki.EARLY),
        "the certificate had not begun at the time of the stamp");
    refuse(
        "dated-back",
        PackageFault.CERTIFICATE_EXPIRED,
        good.sealer(FixedPki.EXPIRED).signed(Instant.parse("2026-10-31T12:00:00Z")),
        "the certificate had ended, and the seal says it was made before");
    refuse(
        "signed-after-the-stamp",
        PackageFault.SEAL_TIME_STAMP_REFUSED,
        good.signed(FixedHotline.STAMPED.plus(Duration.ofMinutes(5)).plusSeconds(1)),
        "the seal says it was made five minutes and a second after its time-stamp");
  }

  private void makeRevocations() {
    FixedHotline good = FixedHotline.GOOD;
    PackageFault revoked = PackageFault.CERTIFICATE_REVOKED;
    refuse(
        "revoked",
        revoked,
        good.listing(FixedHotline.list(FixedPki.SEAL_CA, FixedPki.SEAL)),
        "the certificate is on its issuer's list");
    refuse(
        "issuer-revoked",
        revoked,
        good.listing(FixedHotline.list(FixedPki.ROOT, FixedPki.SEAL_CA)),
        "the issuer's certificate is on the root's list");
    refuse(
        "stamper-revoked",
        revoked,
        good.listing(FixedHotline.list(FixedPki.TSA_CA, FixedPki.TSA)),
        "the time-stamping authority's certificate is on its issuer's list");
    refuse(
        "stamper-issuer-revoked",
        revoked,
        good.listing(FixedHotline.list(FixedPki.ROOT, FixedPki.TSA_CA)),
        "the certificate of the authority's issuer is on the root's list");
    refuse(
        "list-too-old",
        PackageFault.REVOCATION_UNKNOWN,
        good.listing(
                FixedHotline.list(
                    FixedPki.SEAL_CA,
                    FixedHotline.LISTED,
                    FixedHotline.SIGNED.plus(Duration.ofHours(1))))
            .stamped(FixedHotline.STAMPED.plus(Duration.ofHours(3))),
        "the next list was due before the time of the stamp");
    refuse(
        "list-too-new",
        PackageFault.REVOCATION_UNKNOWN,
        good.listing(
            FixedHotline.list(
                FixedPki.SEAL_CA,
                FixedHotline.STAMPED.plus(Duration.ofHours(3)),
                FixedHotline.NEXT)),
        "the list was issued after the time of the stamp");
  }

  private void makeAuthorities() {
    FixedHotline good = FixedHotline.GOOD;
    PackageFault refused = PackageFault.SEAL_TIME_STAMP_REFUSED;
    refuse(
        "other-stamper",
        refused,
        good.stamper(FixedPki.OTHER_TSA),
        "stamped by an authority of the trusted one's issuer");
    refuse("other-policy", refused, good.policy("1.2.3.4"), "stamped under another policy");
    refuse(
        "stamper-expired",
        refused,
        good.stamper(FixedPki.EXPIRED_TSA),
        "the authority's certificate had ended at the time it states");
  }
}
