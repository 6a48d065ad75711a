package org.safehand.packaging.vectors.fixed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jcajce.spec.MLKEMParameterSpec;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;

/** Everyone in the suite, under one root, and what a verifier trusts of it. */
public final class FixedPki {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  public static final TestAuthority ROOT = FixedIssue.authority("Vector Root").bySelf();
  public static final TestAuthority SEAL_CA = FixedIssue.authority("Vector Seal CA").by(ROOT);
  public static final TestAuthority TSA_CA = FixedIssue.authority("Vector TSA CA").by(ROOT);
  public static final TestAuthority AGENCY_CA = FixedIssue.authority("Vector Agency CA").by(ROOT);

  public static final TestAuthority SEAL = FixedIssue.seal("Vector Seal").by(SEAL_CA);
  public static final TestAuthority SEAL_RSA =
      new FixedIssue(
              "Vector RSA Seal",
              FixedKeys.rsa("rsa-seal"),
              KeyUsage.digitalSignature | KeyUsage.nonRepudiation)
          .by(SEAL_CA);

  /** Seals for another organisation, which is trusted too. */
  public static final TestAuthority COLLEAGUE = FixedIssue.seal("Vector Colleague").by(SEAL_CA);

  /** Trusted until 2026-06-01. */
  public static final TestAuthority PAST = FixedIssue.seal("Vector Past Seal").by(SEAL_CA);

  /** Its certificate ended on 2026-11-01, its key is trusted. */
  public static final TestAuthority EXPIRED =
      FixedIssue.seal("Vector Expired Seal")
          .valid(START, Instant.parse("2026-11-01T00:00:00Z"))
          .by(SEAL_CA);

  /** Its certificate begins on 2026-12-01, its key is trusted. */
  public static final TestAuthority EARLY =
      FixedIssue.seal("Vector Early Seal")
          .valid(Instant.parse("2026-12-01T00:00:00Z"), END)
          .by(SEAL_CA);

  /** A trusted key on a curve that does not seal. */
  public static final TestAuthority P256 =
      new FixedIssue(
              "Vector P-256 Seal",
              FixedKeys.ec("Vector P-256 Seal", "secp256r1"),
              KeyUsage.digitalSignature)
          .by(SEAL_CA);

  /** Under the same issuer as the seal, and not trusted. */
  public static final TestAuthority OTHER_SEAL = FixedIssue.seal("Vector Other Seal").by(SEAL_CA);

  /** An agency's certificate for receipts, and not trusted to seal. */
  public static final TestAuthority AGENCY_SEAL = FixedIssue.seal("Vector Receipts").by(AGENCY_CA);

  /** A trusted key, under an issuer that may not issue seals. */
  public static final TestAuthority ASTRAY = FixedIssue.seal("Vector Stray Seal").by(AGENCY_CA);

  /** A web server's certificate. */
  public static final TestAuthority TLS =
      FixedIssue.seal("gateway.example.org").purpose(KeyPurposeId.id_kp_serverAuth).by(SEAL_CA);

  public static final TestAuthority TSA = FixedIssue.stamp("Vector TSA").by(TSA_CA);

  /** Under the same issuer as the authority, and not trusted. */
  public static final TestAuthority OTHER_TSA = FixedIssue.stamp("Vector Other TSA").by(TSA_CA);

  /** Trusted; its certificate ended on 2026-11-01. */
  public static final TestAuthority EXPIRED_TSA =
      FixedIssue.stamp("Vector Expired TSA")
          .valid(START, Instant.parse("2026-11-01T00:00:00Z"))
          .by(TSA_CA);

  public static final TestAuthority RSA =
      new FixedIssue("Vector North", FixedKeys.rsa("rsa-recipient"), KeyUsage.keyEncipherment)
          .by(AGENCY_CA);
  public static final TestAuthority ECDH_P256 = agreeing("Vector East", "secp256r1");
  public static final TestAuthority ECDH_P384 = agreeing("Vector South", "secp384r1");
  public static final TestAuthority ML_KEM_768 =
      encapsulated("Vector West", MLKEMParameterSpec.ml_kem_768);
  public static final TestAuthority ML_KEM_1024 =
      encapsulated("Vector Centre", MLKEMParameterSpec.ml_kem_1024);

  /** A second certificate of the key of {@link #ECDH_P256}. */
  public static final TestAuthority RENEWED =
      new FixedIssue("Vector East 2", ECDH_P256.keys(), KeyUsage.keyAgreement).by(AGENCY_CA);

  /** Somebody else on the same curve. */
  public static final TestAuthority OTHER_P256 = agreeing("Vector Far East", "secp256r1");

  private FixedPki() {}

  private static TestAuthority agreeing(String name, String curve) {
    return new FixedIssue(name, FixedKeys.ec(name, curve), KeyUsage.keyAgreement).by(AGENCY_CA);
  }

  private static TestAuthority encapsulated(String name, MLKEMParameterSpec parameters) {
    return new FixedIssue(name, FixedKeys.mlKem(name, parameters), KeyUsage.keyEncipherment)
        .by(AGENCY_CA);
  }

  /** Whoever receives, by the name of the folder where key and certificate are kept. */
  public static Map<String, TestAuthority> recipients() {
    return new TreeMap<>(
        Map.of(
            "rsa-3072", RSA,
            "p256", ECDH_P256,
            "p256-other", OTHER_P256,
            "p256-renewed", RENEWED,
            "p384", ECDH_P384,
            "ml-kem-768", ML_KEM_768,
            "ml-kem-1024", ML_KEM_1024));
  }

  /** What a verifier trusts. */
  public static Trust trust() {
    return trust(true);
  }

  /** What a verifier trusted before an authority was withdrawn. */
  public static Trust trustAtFirst() {
    return trust(false);
  }

  private static Trust trust(boolean withdrawn) {
    Instant past = Instant.parse("2026-06-01T00:00:00Z");
    List<TsaTrust> authorities = new ArrayList<>(List.of(stamper(TSA), stamper(EXPIRED_TSA)));
    authorities.addAll(FixedArchivePki.authorities(withdrawn));
    return new Trust(
        FixedHotline.log().trust(),
        List.of(
            sealer(TestPki.ORGANISATION, SEAL, END),
            sealer(TestPki.ORGANISATION, SEAL_RSA, END),
            sealer("colleague.example", COLLEAGUE, END),
            sealer(TestPki.ORGANISATION, PAST, past),
            sealer(TestPki.ORGANISATION, EXPIRED, END),
            sealer(TestPki.ORGANISATION, EARLY, END),
            sealer(TestPki.ORGANISATION, P256, END),
            sealer(TestPki.ORGANISATION, ASTRAY, END),
            FixedArchivePki.sealer()),
        List.of(SEAL_CA.certificate(), ROOT.certificate()),
        List.of(
            TSA_CA.certificate(), FixedArchivePki.LATER_TSA_CA.certificate(), ROOT.certificate()),
        authorities);
  }

  private static SealerTrust sealer(String organisation, TestAuthority sealer, Instant until) {
    return new SealerTrust(
        organisation, Digest.of(sealer.certificate().getPublicKey().getEncoded()), START, until);
  }

  private static TsaTrust stamper(TestAuthority authority) {
    return new TsaTrust(authority.fingerprint(), Set.of(TestTsa.POLICY));
  }
}
