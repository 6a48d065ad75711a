package org.safehand.cli.report;

import java.util.EnumSet;
import java.util.Set;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome;

/** The section of a report in which an event stands; a type without one does not compile. */
enum Topic {
  COURSE("course", "Course of the case"),
  ACCESS("access", "Access and reads"),
  TRANSFER("transfers", "Transfers and receipts"),
  REFUSAL("refusals", "Refusals, failures and denied attempts"),
  CHANGE("changes", "Changes of keys, roles, policies and endpoints; holds; faults of clocks"),
  LOSS("losses", "Lost or erased");

  private final String id;
  private final String title;

  Topic(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Every topic of an event; what did not succeed is also a refusal. */
  static Set<Topic> of(EventHeader header) {
    Set<Topic> topics = EnumSet.of(of(header.type()));
    if (header.outcome().result() != Outcome.Result.DONE) {
      topics.add(REFUSAL);
    }
    if (header.type() == EventType.RETRIEVED) {
      topics.add(ACCESS);
    }
    return topics;
  }

  private static Topic of(EventType type) {
    return switch (type) {
      case CASE_OPENED,
          CASE_CHANGED,
          INTAKE,
          RE_HASHED,
          DERIVED,
          REDACTED,
          SUBMITTED,
          SEALED,
          ENDORSED,
          RELEASED,
          RETURNED,
          WITHDRAWN,
          VERIFICATION_RUN,
          ANCHORED ->
          COURSE;
      case READ,
          EXPORTED,
          SEARCHED,
          EXTRACT_ISSUED,
          EXHIBIT_OPENED,
          DOWNLOAD_BEGUN,
          DOWNLOAD_ENDED ->
          ACCESS;
      case REISSUED,
          TRANSMIT_AUTHORISED,
          PACKAGED,
          TRANSMIT_ATTEMPTED,
          TRANSMIT_FAILED,
          TRANSMIT_DELIVERED,
          TRANSMIT_SUSPENDED,
          TRANSMIT_RESUMED,
          DELIVERY_RECEIPT,
          OPENING_RECEIPT,
          RECEIPT_REFUSED,
          RETRIEVED,
          DISPOSITION,
          CLEARANCE,
          HANDED_OVER ->
          TRANSFER;
      case REFUSED, DENIED -> REFUSAL;
      case ROLE_CHANGED,
          KEY_CHANGED,
          POLICY_CHANGED,
          ENDPOINT_CHANGED,
          BREAK_GLASS,
          CLOCK_FAULT,
          LEGAL_HOLD,
          PROPOSED,
          PROPOSAL_CLOSED,
          DUTY_CHANGED,
          SESSION_ENDED,
          KEY_CHALLENGED,
          AGENCY_HELD,
          AGENCY_LIFTED ->
          CHANGE;
      case RESTORED, RETENTION_ERASED -> LOSS;
    };
  }
}
