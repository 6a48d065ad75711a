package org.safehand.packaging.sample;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.seal.SealAlgorithm;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;
import org.safehand.packaging.seal.SealSigner;
import org.safehand.packaging.seal.ValidationMaterial;

/** The keys and certificates of everyone, under one root; made once for a test run. */
public final class TestPki {
  public static final String ORGANISATION = "hotline.example";

  public static final TestAuthority ROOT = TestAuthority.root();
  public static final TestAuthority SEAL_CA = ROOT.intermediate("Test Seal CA");
  public static final TestAuthority SEAL = SEAL_CA.signer("Example Hotline Seal");

  /** Under the same issuer as the seal, and in no trust folder. */
  public static final TestAuthority OTHER_SEAL = SEAL_CA.signer("Other Seal");

  public static final TestAuthority TSA_CA = ROOT.intermediate("Test TSA CA");
  public static final TestAuthority TSA = TSA_CA.timeStamper("Test TSA");

  /** Under the same issuer as the authority, and in no trust folder. */
  public static final TestAuthority OTHER_TSA = TSA_CA.timeStamper("Other TSA");

  public static final TestAuthority AGENCY_CA = ROOT.intermediate("Test Agency CA");
  public static final TestAuthority AGENCY_RSA = AGENCY_CA.transported("North Recipient");
  public static final TestAuthority AGENCY_P256 = AGENCY_CA.agreeing("East Recipient", "secp256r1");
  public static final TestAuthority AGENCY_P384 =
      AGENCY_CA.agreeing("South Recipient", "secp384r1");

  public static final TestAuthority AGENCY_ML_KEM_768 =
      AGENCY_CA.encapsulated("West Recipient", "ML-KEM-768");
  public static final TestAuthority AGENCY_ML_KEM_1024 =
      AGENCY_CA.encapsulated("Centre Recipient", "ML-KEM-1024");

  private TestPki() {}

  /** The recipient key of {@code agency}. */
  public static RecipientKey recipient(TestAuthority agency) {
    try {
      return RecipientKey.of(
          agency.keys().getPrivate(), RecipientCertificate.of(agency.certificate()));
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The seal key {@code sealer}, issued by {@code issuer}, as a file would give it. */
  public static SealSigner signer(TestAuthority sealer, TestAuthority issuer) {
    return new SealSigner() {
      @Override
      public List<X509Certificate> path() {
        return List.of(sealer.certificate(), issuer.certificate(), ROOT.certificate());
      }

      @Override
      public byte[] sign(byte[] message) throws SealException {
        try {
          Signature signature =
              SealAlgorithm.of(sealer.certificate().getPublicKey()).orElseThrow().signature(null);
          signature.initSign(sealer.keys().getPrivate());
          signature.update(message);
          return signature.sign();
        } catch (GeneralSecurityException e) {
          throw new SealException(SealFault.SEAL_KEY_UNUSABLE, "planted", e);
        }
      }
    };
  }

  /** Issuers and revocation lists for every seal and time-stamp here. */
  public static ValidationMaterial material(X509CRL sealList) {
    return new ValidationMaterial(
        List.of(
            SEAL_CA.certificate(),
            TSA_CA.certificate(),
            AGENCY_CA.certificate(),
            ROOT.certificate()),
        List.of(ROOT.revocations(), sealList, TSA_CA.revocations(), AGENCY_CA.revocations()),
        ValidationMaterial.Responders.NONE);
  }

  /** What a verifier trusts: {@link #SEAL}, {@link #TSA} and {@code log}. */
  public static Trust trust(LogTrust log) {
    return trust(ORGANISATION, log);
  }

  /** The same, where the hotline is called {@code organisation}. */
  public static Trust trust(String organisation, LogTrust log) {
    return trust(organisation, SEAL, log);
  }

  /** The same, where the hotline seals with {@code sealer}. */
  public static Trust trust(String organisation, TestAuthority sealer, LogTrust log) {
    Instant now = Instant.now();
    return new Trust(
        log,
        List.of(
            new SealerTrust(
                organisation,
                Digest.of(sealer.certificate().getPublicKey().getEncoded()),
                now.minus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(2)))),
        List.of(SEAL_CA.certificate(), ROOT.certificate()),
        List.of(TSA_CA.certificate(), ROOT.certificate()),
        List.of(new TsaTrust(TSA.fingerprint(), Set.of(TestTsa.POLICY))));
  }
}
