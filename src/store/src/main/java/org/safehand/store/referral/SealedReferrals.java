package org.safehand.store.referral;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.store.document.ExhibitJson;
import org.safehand.store.document.ReferralJson;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.key.CaseSeal;

/** Between referrals and their rows: canonical JSON, sealed for exactly this row and revision. */
final class SealedReferrals {
  private static final String EXHIBIT = "exhibit";
  private static final String REFERRAL = "referral";

  private final CaseSeal seal;

  SealedReferrals(CaseSeal seal) {
    this.seal = requireNonNull(seal, "seal is null");
  }

  byte[] document(Referral referral) {
    ReferralVersion version = referral.version();
    return seal.seal(
        version.caseId(),
        REFERRAL,
        version.id().value(),
        version.revision(),
        Jcs.write(ReferralJson.of(referral)));
  }

  ExhibitRow row(ReferralVersion version, Exhibit exhibit) {
    byte[] sealed =
        seal.seal(
            version.caseId(),
            EXHIBIT,
            version.id().value(),
            exhibit.number(),
            Jcs.write(ExhibitJson.of(exhibit)));
    return new ExhibitRow(version.id().value(), exhibit.number(), sealed);
  }

  Referral referral(ReferralRow row, List<ExhibitRow> exhibitRows) {
    CaseId caseId = new CaseId(row.caseId());
    byte[] document = seal.open(caseId, REFERRAL, row.id(), row.revision(), row.sealedDocument());
    try {
      List<Exhibit> exhibits = new ArrayList<>();
      for (ExhibitRow exhibit : exhibitRows) {
        byte[] opened =
            seal.open(caseId, EXHIBIT, row.id(), exhibit.number(), exhibit.sealedDocument());
        exhibits.add(ExhibitJson.exhibit(Jcs.readObject(opened)));
      }
      return ReferralJson.referral(Jcs.readObject(document), exhibits);
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "referral " + row.id(), e);
    }
  }
}
