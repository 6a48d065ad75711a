package org.safehand.packaging.sample.aged;

import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.seal.SealWriter;
import org.safehand.packaging.seal.ValidationMaterial;

/** Authorities that come and go: their certificates are of years long before or after now. */
public final class AgedPki {
  public static final Instant SEALED = at(2010, 6);
  public static final Instant ARCHIVED = at(2012, 6);
  public static final Instant RENEWED = at(2015, 6);
  public static final Instant REHASHED = at(2019, 6);

  public static final TestAuthority ROOT = TestPki.ROOT.reissued(null, at(2009, 1), at(2060, 1));
  public static final TestAuthority SEAL_CA = ca(TestPki.SEAL_CA);

  /** Seals from 2010 to 2011. */
  public static final TestAuthority SEAL = TestPki.SEAL.reissued(SEAL_CA, at(2010, 1), at(2011, 1));

  public static final TestAuthority TSA_CA = ca(TestPki.TSA_CA);
  public static final TestAuthority LATER_TSA_CA = ca(TestPki.ROOT.intermediate("Later TSA CA"));

  /** Stamps from 2010 to 2012, seals among others. */
  public static final TestAuthority TSA_2010 = tsa("TSA of 2010", TSA_CA, 2010, 2013);

  /** Stamps from 2012 to 2015. */
  public static final TestAuthority TSA_2012 = tsa("TSA of 2012", TSA_CA, 2012, 2016);

  /** Stamps from 2015 to 2019, under another issuer. */
  public static final TestAuthority TSA_2015 = tsa("TSA of 2015", LATER_TSA_CA, 2015, 2020);

  /** Stamps from 2019 to 2029. */
  public static final TestAuthority TSA_2019 = tsa("TSA of 2019", LATER_TSA_CA, 2019, 2030);

  /** Stamps from 2012 to 2039: what it archived needs no renewal today. */
  public static final TestAuthority TSA_FOR_LONG = tsa("TSA for long", TSA_CA, 2012, 2040);

  /** Under the same issuer, and in no trust folder. */
  public static final TestAuthority OTHER_TSA = tsa("TSA of others", TSA_CA, 2010, 2030);

  private AgedPki() {}

  /** The first day of a month. */
  public static Instant at(int year, int month) {
    return Instant.parse("%04d-%02d-01T12:00:00Z".formatted(year, month));
  }

  private static TestAuthority ca(TestAuthority authority) {
    return authority.reissued(ROOT, at(2009, 1), at(2060, 1));
  }

  private static TestAuthority tsa(String name, TestAuthority issuer, int from, int to) {
    return issuer.timeStamper(name).reissued(issuer, at(from, 1), at(to, 1));
  }

  /** The revocation lists of all issuers of time-stamps, as they were at {@code moment}. */
  public static List<X509CRL> lists(Instant moment, TestAuthority... revoked) {
    return List.of(
        ROOT.revocationsAt(moment),
        TSA_CA.revocationsAt(moment, revoked),
        LATER_TSA_CA.revocationsAt(moment, revoked));
  }

  /** A hotline that seals with {@link #SEAL} at {@code moment}, stamped by {@link #TSA_2010}. */
  public static SampleHotline hotline(Instant moment) {
    List<X509CRL> lists = new ArrayList<>(lists(moment));
    lists.add(SEAL_CA.revocationsAt(moment));
    ValidationMaterial material =
        new ValidationMaterial(
            List.of(SEAL_CA.certificate(), TSA_CA.certificate(), ROOT.certificate()),
            lists,
            ValidationMaterial.Responders.NONE);
    TestTsa tsa = new TestTsa(TSA_2010);
    return new SampleHotline(
        new SealWriter(
            TestPki.signer(SEAL, SEAL_CA), () -> material, Clock.fixed(moment, ZoneOffset.UTC)),
        digest -> tsa.stamp(Imprint.of(digest), moment));
  }

  /** What a verifier of {@code hotline} trusts today. */
  public static Trust trust(SampleHotline hotline) {
    return trust(hotline, SEAL, at(2060, 1));
  }

  /** The same where {@code stolen} was withdrawn at {@code moment}. */
  public static Trust trust(SampleHotline hotline, TestAuthority stolen, Instant moment) {
    List<TsaTrust> authorities = new ArrayList<>();
    for (TestAuthority tsa : List.of(TSA_2010, TSA_2012, TSA_2015, TSA_2019, TSA_FOR_LONG)) {
      Optional<Instant> withdrawn = tsa == stolen ? Optional.of(moment) : Optional.empty();
      authorities.add(new TsaTrust(tsa.fingerprint(), Set.of(TestTsa.POLICY), withdrawn));
    }
    return new Trust(
        hotline.logTrust(),
        List.of(
            new SealerTrust(
                TestPki.ORGANISATION,
                Digest.of(SEAL.certificate().getPublicKey().getEncoded()),
                at(2010, 1),
                at(2030, 1))),
        List.of(SEAL_CA.certificate(), ROOT.certificate()),
        List.of(TSA_CA.certificate(), LATER_TSA_CA.certificate(), ROOT.certificate()),
        authorities);
  }
}
