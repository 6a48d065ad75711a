package org.safehand.referral.query;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.id.AgencyId;

/** Events of a case, oldest first: all of them, or those of one agency. */
public sealed interface CustodyTimeline {
  /** The events that are shown. */
  List<CustodyEntry> entries();

  /** Every event of the case. */
  record Whole(List<CustodyEntry> entries) implements CustodyTimeline {
    /** Copies the list. */
    public Whole {
      entries = List.copyOf(entries);
    }
  }

  /**
   * What was sent to one agency and what it did with it. Why the hotline held something back is not
   * among it. The numbers of these events in the chain of the case are not to be shown: gaps would
   * tell how much there is of others.
   */
  record OfAgency(List<CustodyEntry> entries) implements CustodyTimeline {
    // the row policy agency_sees on custody_event has the same list (V23__glance.sql)
    private static final Set<EventType> SHOWN =
        EnumSet.of(
            EventType.TRANSMIT_AUTHORISED,
            EventType.PACKAGED,
            EventType.TRANSMIT_ATTEMPTED,
            EventType.TRANSMIT_FAILED,
            EventType.TRANSMIT_DELIVERED,
            EventType.DELIVERY_RECEIPT,
            EventType.OPENING_RECEIPT,
            EventType.RECEIPT_REFUSED,
            EventType.RETRIEVED,
            EventType.REISSUED,
            EventType.DISPOSITION,
            EventType.CLEARANCE);

    /** Copies the list. */
    public OfAgency {
      entries = List.copyOf(entries);
    }

    /** What of {@code all} concerns {@code agency}. */
    public static OfAgency among(List<CustodyEntry> all, AgencyId agency) {
      requireNonNull(agency, "agency is null");
      return new OfAgency(all.stream().filter(entry -> concerns(entry, agency)).toList());
    }

    private static boolean concerns(CustodyEntry entry, AgencyId agency) {
      EventHeader header = entry.event().event().header();
      return SHOWN.contains(header.type())
          && header
              .counterparty()
              .filter(other -> other.organisation().equals(agency.value()))
              .isPresent();
    }
  }
}
