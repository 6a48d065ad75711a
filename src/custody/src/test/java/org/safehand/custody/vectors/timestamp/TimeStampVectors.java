package org.safehand.custody.vectors.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampFault;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.timestamp.VerifiedTime;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.CheckpointVectors;
import org.safehand.custody.vectors.log.Policy;

/** RFC 3161 tokens over a digest. */
public final class TimeStampVectors implements VectorKind {
  public static final String POLICY = "1.3.6.1.4.1.99999.1";
  static final Instant TIME = Instant.parse("2026-11-24T03:51:59Z");
  private static final Digest DIGEST = Digest.of(CheckpointVectors.TEXT.getBytes(UTF_8));
  private static final LogTrust LOG = Policy.logOf(Policy.LOG.in(Vector.ok("")));
  private static final byte[] GOOD = FixedToken.over(DIGEST, TIME, POLICY, FixedAuthority.TSA);

  @Override
  public String name() {
    return "time-stamp";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws CertificateException {
    byte[] token = vector.bytes("token");
    try {
      VerifiedTime time =
          TimeStampToken.parse(token).verify(vector.hash("digest"), trust(vector, LOG));
      assertThat(UtcText.seconds(time.time())).isEqualTo(vector.text("time"));
      assertThat(time.policy()).isEqualTo(vector.text("policy"));
      return Vector.OK;
    } catch (TimeStampException e) {
      return e.fault().code();
    }
  }

  /** The authorities that {@code vector} names, and {@code log}. */
  static Trust trust(Vector vector, LogTrust log) throws CertificateException {
    List<X509Certificate> ca = new ArrayList<>();
    for (String certificate : vector.texts("tsa-ca")) {
      ca.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(CanonicalBase64.decode(certificate).orElseThrow())));
    }
    Trust other = Trusts.of(log, Trusts.AUTHORITY);
    TsaTrust pin =
        new TsaTrust(vector.hash("tsa-certificate-sha256"), Set.of(vector.text("policy")));
    return new Trust(log, other.sealers(), other.sealCa(), ca, List.of(pin));
  }

  private static void put(Suite suite, String name, Vector vector, byte[] token) {
    put(suite, name, vector, token, FixedAuthority.INTERMEDIATE, FixedAuthority.ROOT);
  }

  private static void put(
      Suite suite, String name, Vector vector, byte[] token, FixedAuthority... ca) {
    put(suite, name, vector, FixedAuthority.TSA, token, ca);
  }

  private static void put(
      Suite suite,
      String name,
      Vector vector,
      FixedAuthority pinned,
      byte[] token,
      FixedAuthority... ca) {
    suite.put(name, trusting(vector.with("digest", DIGEST), pinned, ca).with("token", token));
  }

  /** {@code vector} that trusts {@code pinned} under {@code ca}. */
  static Vector trusting(Vector vector, FixedAuthority pinned, FixedAuthority... ca) {
    return vector
        .with("tsa-certificate-sha256", pinned.sha256())
        .with("policy", POLICY)
        .withAll(
            "tsa-ca", Arrays.stream(ca).map(one -> CanonicalBase64.encode(one.der())).toList());
  }

  static void refuse(Suite suite, String name, TimeStampFault fault, byte[] token, String shows) {
    put(suite, name, Vector.refused(fault.code(), shows), token);
  }

  @Override
  public void make(Suite suite) {
    put(
        suite,
        "ok-worked-example",
        Vector.ok("an authority that is pinned stamped the text of a checkpoint")
            .with("time", UtcText.seconds(TIME)),
        GOOD);
    Digest other = Digest.of();
    byte[] otherDigest = FixedToken.over(other, TIME, POLICY, FixedAuthority.TSA);
    refuse(suite, "other-digest", TimeStampFault.IMPRINT, otherDigest, "over other bytes");
    byte[] otherPolicy = FixedToken.over(DIGEST, TIME, "1.2.3.4", FixedAuthority.TSA);
    refuse(suite, "other-policy", TimeStampFault.AUTHORITY, otherPolicy, "under another policy");
    byte[] stranger = FixedToken.over(DIGEST, TIME, POLICY, FixedAuthority.OTHER);
    refuse(suite, "other-authority", TimeStampFault.AUTHORITY, stranger, "of the same issuer");
    makeTimes(suite);
    makePaths(suite);
    makePurposes(suite);
    makeEncodings(suite);
    new TokenForgeries(suite, GOOD).make();
  }

  private static void makeTimes(Suite suite) {
    for (String time : List.of("2025-12-31T23:59:59Z", "2036-01-01T00:00:01Z")) {
      refuse(
          suite,
          "outside-validity-" + time.substring(0, 4),
          TimeStampFault.CERTIFICATE,
          FixedToken.over(DIGEST, Instant.parse(time), POLICY, FixedAuthority.TSA),
          "a second outside the time of the certificate");
    }
    for (String time : List.of("2026-01-01T00:00:00Z", "2036-01-01T00:00:00Z")) {
      put(
          suite,
          "ok-bound-of-validity-" + time.substring(0, 4),
          Vector.ok("the first and the last second of the certificate").with("time", time),
          FixedToken.over(DIGEST, Instant.parse(time), POLICY, FixedAuthority.TSA));
    }
  }

  private static void makePaths(Suite suite) {
    Vector path = Vector.refused(TimeStampFault.CERTIFICATE.code(), "no path to a root");
    put(suite, "no-root", path, GOOD, FixedAuthority.INTERMEDIATE);
    put(suite, "no-intermediate", path, GOOD, FixedAuthority.ROOT);
    Instant january = Instant.parse("2026-01-15T12:00:00Z");
    put(
        suite,
        "ok-issuer-expired-since",
        Vector.ok("the issuer's certificate was valid at the time, though no longer")
            .with("time", UtcText.seconds(january)),
        FixedAuthority.SURVIVING,
        FixedToken.over(DIGEST, january, POLICY, FixedAuthority.SURVIVING),
        FixedAuthority.SHORT_LIVED,
        FixedAuthority.ROOT);
    put(
        suite,
        "issuer-expired",
        Vector.refused(TimeStampFault.CERTIFICATE.code(), "the issuer had expired at the time"),
        FixedAuthority.SURVIVING,
        FixedToken.over(DIGEST, TIME, POLICY, FixedAuthority.SURVIVING),
        FixedAuthority.SHORT_LIVED,
        FixedAuthority.ROOT);
  }

  private static void makePurposes(Suite suite) {
    Map<String, FixedAuthority> wrong =
        Map.of(
            "not-critical", FixedAuthority.NOT_CRITICAL,
            "also-mail", FixedAuthority.ALSO_MAIL,
            "mail", FixedAuthority.MAIL,
            "none", FixedAuthority.NO_PURPOSE);
    wrong.forEach(
        (name, authority) ->
            put(
                suite,
                "purpose-" + name,
                Vector.refused(
                    TimeStampFault.CERTIFICATE.code(),
                    "a certificate that is not for time-stamping alone, marked critical"),
                authority,
                FixedToken.resigned(GOOD, TIME, authority, FixedToken.bySha256(authority)),
                FixedAuthority.INTERMEDIATE,
                FixedAuthority.ROOT));
    put(
        suite,
        "ok-named-by-sha1",
        Vector.ok("the signed attribute names the certificate by its SHA-1")
            .with("time", UtcText.seconds(TIME)),
        FixedToken.resigned(GOOD, TIME, FixedAuthority.TSA, FixedToken.bySha1(FixedAuthority.TSA)));
    Map<String, Attribute> names =
        Map.of(
            "sha1", FixedToken.bySha1(FixedAuthority.OTHER),
            "sha256", FixedToken.bySha256(FixedAuthority.OTHER));
    names.forEach(
        (name, other) ->
            refuse(
                suite,
                "named-otherwise-" + name,
                TimeStampFault.SIGNATURE,
                FixedToken.resigned(GOOD, TIME, FixedAuthority.TSA, other),
                "the signed attribute names another certificate than the signer's"));
  }

  private static void makeEncodings(Suite suite) {
    TimeStampFault malformed = TimeStampFault.MALFORMED;
    refuse(suite, "empty", malformed, new byte[0], "no bytes");
    refuse(suite, "byte-after", malformed, Arrays.copyOf(GOOD, GOOD.length + 1), "a byte more");
    refuse(suite, "cut", malformed, Arrays.copyOf(GOOD, GOOD.length - 1), "a byte less");
    refuse(suite, "null", malformed, new byte[] {5, 0}, "DER of something else");
    byte[] signature = GOOD.clone();
    signature[GOOD.length - 1] ^= 1;
    refuse(suite, "flipped", TimeStampFault.SIGNATURE, signature, "a bit of the signature");
    refuse(
        suite,
        "root-beside",
        malformed,
        FixedToken.withCertificates(GOOD, FixedAuthority.TSA, FixedAuthority.OTHER),
        "a certificate beside that nobody asked for");
    refuse(
        suite,
        "certificate-missing",
        malformed,
        FixedToken.withCertificates(GOOD),
        "without the certificate of the signer");
    put(
        suite,
        "ok-with-intermediate",
        Vector.ok("the certificate of the issuer may ride along")
            .with("time", UtcText.seconds(TIME)),
        FixedToken.withCertificates(GOOD, FixedAuthority.TSA, FixedAuthority.INTERMEDIATE));
  }
}
