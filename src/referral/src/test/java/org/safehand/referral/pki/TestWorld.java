package org.safehand.referral.pki;

import java.util.List;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;

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
