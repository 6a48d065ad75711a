package org.safehand.store.glass;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.id.CaseId;
import org.safehand.store.document.GlassJson;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.key.CaseSeal;

/** Between glasses and their rows: canonical JSON, sealed for exactly this row and revision. */
final class SealedGlasses {
  private static final String GLASS = "glass";

  private final CaseSeal seal;

  SealedGlasses(CaseSeal seal) {
    this.seal = requireNonNull(seal, "seal is null");
  }

  byte[] document(Glass glass) {
    GlassTerms terms = glass.terms();
    return seal.seal(
        terms.caseId(),
        GLASS,
        terms.id().value(),
        terms.revision(),
        Jcs.write(GlassJson.of(glass)));
  }

  /** The glass of the document, which the columns must say the same of. */
  Glass glass(GlassRow row) {
    UUID id = row.id();
    byte[] document =
        seal.open(new CaseId(row.caseId()), GLASS, id, row.revision(), row.sealedDocument());
    try {
      Glass read = GlassJson.glass(Jcs.readObject(document));
      if (!isOf(row, read)) {
        throw new IllegalArgumentException("the columns say another glass than the document");
      }
      return read;
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "glass " + id, e);
    }
  }

  private static boolean isOf(GlassRow row, Glass read) {
    GlassTerms terms = read.terms();
    return row.id().equals(terms.id().value())
        && row.caseId().equals(terms.caseId().value())
        && row.person().equals(terms.opener().number().value())
        && row.unit().equals(terms.opener().organisation())
        && row.openedAt().equals(terms.openedAt())
        && row.untilAt().equals(terms.until())
        && row.reviewBy().equals(terms.reviewBy())
        && row.state() == read.state()
        && row.revision() == terms.revision();
  }
}
