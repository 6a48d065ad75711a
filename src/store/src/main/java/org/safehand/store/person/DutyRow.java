package org.safehand.store.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.handover.DutyShift;
import org.safehand.referral.id.DutyId;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** A shift; never changed, only removed. */
@Entity
@Table(name = "duty")
class DutyRow {
  @Id
  @Column(name = "duty_id")
  private UUID id;

  @Column(updatable = false)
  private String unit;

  @Column(updatable = false)
  private String person;

  @Column(name = "begins_at", updatable = false)
  private Instant beginsAt;

  @Column(name = "ends_at", updatable = false)
  private Instant endsAt;

  @SuppressWarnings("NullAway.Init")
  protected DutyRow() {}

  DutyRow(DutyShift shift) {
    id = shift.id().value();
    unit = shift.unit();
    person = shift.person().value();
    beginsAt = shift.from();
    endsAt = shift.until();
  }

  DutyShift shift() {
    try {
      return new DutyShift(new DutyId(id), unit, new StaffNumber(person), beginsAt, endsAt);
    } catch (IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "duty " + id, e);
    }
  }
}
