package org.safehand.packaging.vectors.fixed;

import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.sample.aged.Archivist;

/**
 * Who stamps archives in the suite, one after the other, and who sealed and stamped before
 * certificates ended or were withdrawn.
 */
public final class FixedArchivePki implements Archivist.Source {
  /** When packages are archived. */
  public static final Instant ARCHIVED = Instant.parse("2027-06-01T12:00:00Z");

  /** When archive time-stamps are renewed. */
  public static final Instant RENEWED = Instant.parse("2028-06-01T12:00:00Z");

  /** When that is done under a stronger hash. */
  public static final Instant REHASHED = Instant.parse("2031-06-01T12:00:00Z");

  /** From when on {@link #WITHDRAWN} is not believed. */
  public static final Instant WITHDRAWAL = Instant.parse("2027-12-01T00:00:00Z");

  /** When {@link #FIRST} ends. */
  public static final Instant FIRST_ENDS = Instant.parse("2029-01-01T00:00:00Z");

  /** When the certificates of {@link #SHORT_SEAL} and {@link #SHORT_TSA} end. */
  public static final Instant SHORT_ENDS = Instant.parse("2026-12-15T00:00:00Z");

  public static final TestAuthority LATER_TSA_CA =
      FixedIssue.authority("Vector Later TSA CA").by(FixedPki.ROOT);

  /** Stamps archives until 2029. */
  public static final TestAuthority FIRST =
      stamper("Vector First Archive TSA", FixedPki.START, FIRST_ENDS, FixedPki.TSA_CA);

  /** Stamps archives from 2028 to 2033, under another issuer. */
  public static final TestAuthority SECOND =
      stamper(
          "Vector Second Archive TSA",
          Instant.parse("2028-01-01T00:00:00Z"),
          Instant.parse("2033-01-01T00:00:00Z"),
          LATER_TSA_CA);

  /** Stamps archives from 2031 on. */
  public static final TestAuthority THIRD =
      stamper(
          "Vector Third Archive TSA",
          Instant.parse("2031-01-01T00:00:00Z"),
          FixedPki.END,
          LATER_TSA_CA);

  /** Stamps seals and archives; its key was stolen. */
  public static final TestAuthority WITHDRAWN =
      stamper("Vector Withdrawn TSA", FixedPki.START, FixedPki.END, FixedPki.TSA_CA);

  /** Seals, with a certificate that ends soon after. */
  public static final TestAuthority SHORT_SEAL =
      FixedIssue.seal("Vector Short Seal").valid(FixedPki.START, SHORT_ENDS).by(FixedPki.SEAL_CA);

  /** Stamps seals, with a certificate that ends soon after. */
  public static final TestAuthority SHORT_TSA =
      stamper("Vector Short TSA", FixedPki.START, SHORT_ENDS, FixedPki.TSA_CA);

  private static TestAuthority stamper(
      String name, Instant from, Instant until, TestAuthority issuer) {
    return FixedIssue.stamp(name).valid(from, until).by(issuer);
  }

  @Override
  public TimeStampToken stamp(TestAuthority tsa, Imprint imprint, Instant moment) {
    return FixedHotline.GOOD.stamper(tsa).stamped(moment).stamp(imprint);
  }

  @Override
  public List<X509CRL> lists(Instant moment) {
    return listsAt(moment);
  }

  /** The revocation lists of all issuers of time-stamps, as they were at {@code moment}. */
  public static List<X509CRL> listsAt(Instant moment, TestAuthority... revoked) {
    return List.of(
        list(FixedPki.ROOT, moment, revoked),
        list(FixedPki.TSA_CA, moment, revoked),
        list(LATER_TSA_CA, moment, revoked));
  }

  private static X509CRL list(TestAuthority issuer, Instant moment, TestAuthority... revoked) {
    return FixedIssue.list(
        issuer, moment.minus(Duration.ofHours(12)), moment.plus(Duration.ofDays(7)), revoked);
  }

  static SealerTrust sealer() {
    return new SealerTrust(
        TestPki.ORGANISATION,
        Digest.of(SHORT_SEAL.certificate().getPublicKey().getEncoded()),
        FixedPki.START,
        FixedPki.END);
  }

  /** Who is believed; {@code withdrawn} says whether one is not any more. */
  static List<TsaTrust> authorities(boolean withdrawn) {
    return List.of(
        trusted(FIRST),
        trusted(SECOND),
        trusted(THIRD),
        trusted(SHORT_TSA),
        new TsaTrust(
            WITHDRAWN.fingerprint(),
            Set.of(TestTsa.POLICY),
            withdrawn ? Optional.of(WITHDRAWAL) : Optional.empty()));
  }

  private static TsaTrust trusted(TestAuthority authority) {
    return new TsaTrust(authority.fingerprint(), Set.of(TestTsa.POLICY));
  }
}
