package org.safehand.referral.pki;

import java.util.List;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.SealSigner;
import org.safehand.packaging.seal.ValidationMaterial;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.memory.InMemoryCustodyLog;
import org.safehand.referral.sample.People;

/** Who takes part in the tests: the hotline of {@link TestPki} and two agencies. */
public final class TestWorld {
  public static final TestAuthority AGENCY_CA = TestPki.AGENCY_CA;
  public static final TestAuthority NORTH_RECEIPTS = AGENCY_CA.signer("North Receipts");
  public static final TestAuthority NORTH_RECIPIENT =
      AGENCY_CA.agreeing("North Recipient", "secp384r1");
  public static final TestAuthority SOUTH_RECEIPTS = AGENCY_CA.signer("South Receipts");
  public static final TestAuthority SOUTH_RECIPIENT =
      AGENCY_CA.encapsulated("South Recipient", "ML-KEM-768");

  private TestWorld() {}

  /** The seal key, as a file would give it. */
  public static SealSigner sealSigner() {
    return TestPki.signer(TestPki.SEAL, TestPki.SEAL_CA);
  }

  /** Issuers and revocation lists for seals and time-stamps. */
  public static ValidationMaterial material() {
    return TestPki.material(TestPki.SEAL_CA.revocations());
  }

  /** What a verifier trusts who knows {@code log}. */
  public static Trust trust(LogKey log) {
    return TestPki.trust(
        People.UNIT,
        new LogTrust(InMemoryCustodyLog.ORIGIN, List.of(log.verifierKey()), List.of(), 0));
  }

  /** Agency north by SOAP with an ECDH key, agency south by pick-up with an ML-KEM key. */
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
              List.of(RecipientCertificate.of(recipient.certificate())),
              List.of(receipts.certificate()),
              List.of(),
              AGENCY_CA.certificate(),
              "CN=Signer",
              2_147_483_648L);
      return new Agency(new AgencyId(id), "Agency " + id, "NO", List.of(endpoint));
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }
}
