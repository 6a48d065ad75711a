package org.safehand.referral.pki;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;
import org.safehand.packaging.seal.SealSigner;
import org.safehand.packaging.seal.ValidationMaterial;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.memory.InMemoryCustodyLog;
import org.safehand.referral.sample.People;

/** The keys and certificates of everyone in the tests; made once for a test run. */
public final class TestWorld {
  private static final TestAuthority ROOT = TestAuthority.root();

  public static final TestAuthority SEAL_CA = ROOT.intermediate("Test Seal CA");
  public static final TestAuthority SEAL = SEAL_CA.signer("Example Hotline Seal");
  public static final TestAuthority TSA_CA = ROOT.intermediate("Test TSA CA");
  public static final TestAuthority TSA = TSA_CA.timeStamper("Test TSA");
  public static final TestAuthority AGENCY_CA = ROOT.intermediate("Test Agency CA");
  public static final TestAuthority NORTH_RECEIPTS = AGENCY_CA.signer("North Receipts");
  public static final TestAuthority NORTH_RECIPIENT = AGENCY_CA.recipient("North Recipient");
  public static final TestAuthority SOUTH_RECEIPTS = AGENCY_CA.signer("South Receipts");
  public static final TestAuthority SOUTH_RECIPIENT = AGENCY_CA.recipient("South Recipient");

  private TestWorld() {}

  public static TestAuthority root() {
    return ROOT;
  }

  /** The seal key, as a file would give it. */
  public static SealSigner sealSigner() {
    return new SealSigner() {
      @Override
      public List<X509Certificate> path() {
        return List.of(SEAL.certificate(), SEAL_CA.certificate(), ROOT.certificate());
      }

      @Override
      public byte[] sign(byte[] message) throws SealException {
        try {
          Signature signature = Signature.getInstance("SHA384withECDSA");
          signature.initSign(SEAL.keys().getPrivate());
          signature.update(message);
          return signature.sign();
        } catch (GeneralSecurityException e) {
          throw new SealException(SealFault.SEAL_KEY_UNUSABLE, "planted", e);
        }
      }
    };
  }

  /** Issuers and revocation lists for seals and time-stamps. */
  public static ValidationMaterial material() {
    return new ValidationMaterial(
        List.of(SEAL_CA.certificate(), TSA_CA.certificate(), ROOT.certificate()),
        List.of(ROOT.revocations(), SEAL_CA.revocations(), TSA_CA.revocations()));
  }

  /** What a verifier trusts who knows {@code log}. */
  public static Trust trust(LogKey log) {
    Instant now = Instant.now();
    return new Trust(
        new LogTrust(InMemoryCustodyLog.ORIGIN, List.of(log.verifierKey()), List.of(), 0),
        List.of(
            new SealerTrust(
                People.UNIT,
                Digest.of(SEAL.certificate().getPublicKey().getEncoded()),
                now.minus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(2)))),
        List.of(SEAL_CA.certificate(), ROOT.certificate()),
        List.of(TSA_CA.certificate(), ROOT.certificate()),
        List.of(new TsaTrust(TSA.fingerprint(), Set.of(TestTsa.POLICY))));
  }

  /** Agency north by SOAP, agency south by pick-up. */
  public static List<Agency> agencies() {
    return List.of(
        agency("AG-N-001", Channel.SOAP, NORTH_RECIPIENT, NORTH_RECEIPTS),
        agency("AG-S-002", Channel.PICK_UP, SOUTH_RECIPIENT, SOUTH_RECEIPTS));
  }

  private static Agency agency(
      String id, Channel channel, TestAuthority recipient, TestAuthority receipts) {
    try {
      Endpoint endpoint =
          new Endpoint(
              "main",
              channel,
              "https://localhost:8490/" + id,
              RecipientCertificate.of(recipient.certificate()),
              receipts.certificate(),
              AGENCY_CA.certificate(),
              "CN=Signer",
              2_147_483_648L);
      return new Agency(new AgencyId(id), "Agency " + id, "NO", List.of(endpoint));
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }
}
