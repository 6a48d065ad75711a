package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** What kind of act an event records; the wire name never changes its meaning. */
public enum EventType {
  CASE_OPENED("case-opened"),
  CASE_CHANGED("case-changed"),
  INTAKE("intake"),
  RE_HASHED("re-hashed"),
  READ("read"),
  EXPORTED("exported"),
  DERIVED("derived"),
  REDACTED("redacted"),
  SUBMITTED("submitted"),
  SEALED("sealed"),
  RELEASED("released"),
  REISSUED("reissued"),
  RETURNED("returned"),
  REFUSED("refused"),
  WITHDRAWN("withdrawn"),
  TRANSMIT_AUTHORISED("transmit-authorised"),
  PACKAGED("packaged"),
  TRANSMIT_ATTEMPTED("transmit-attempted"),
  TRANSMIT_FAILED("transmit-failed"),
  TRANSMIT_DELIVERED("transmit-delivered"),
  TRANSMIT_SUSPENDED("transmit-suspended"),
  DELIVERY_RECEIPT("delivery-receipt"),
  OPENING_RECEIPT("opening-receipt"),
  RECEIPT_REFUSED("receipt-refused"),
  RETRIEVED("retrieved"),
  DISPOSITION("disposition"),
  CLEARANCE("clearance"),
  HANDED_OVER("handed-over"),
  ROLE_CHANGED("role-changed"),
  KEY_CHANGED("key-changed"),
  POLICY_CHANGED("policy-changed"),
  ENDPOINT_CHANGED("endpoint-changed"),
  BREAK_GLASS("break-glass"),
  DENIED("denied"),
  CLOCK_FAULT("clock-fault"),
  RESTORED("restored"),
  LEGAL_HOLD("legal-hold"),
  EXTRACT_ISSUED("extract-issued"),
  RETENTION_ERASED("retention-erased"),
  VERIFICATION_RUN("verification-run"),
  SEARCHED("searched"),
  ANCHORED("anchored"),
  PROPOSED("proposed"),
  PROPOSAL_CLOSED("proposal-closed"),
  ENDORSED("endorsed"),
  DUTY_CHANGED("duty-changed"),
  SESSION_ENDED("session-ended"),
  TRANSMIT_RESUMED("transmit-resumed"),
  KEY_CHALLENGED("key-challenged"),
  EXHIBIT_OPENED("exhibit-opened"),
  DOWNLOAD_BEGUN("download-begun"),
  DOWNLOAD_ENDED("download-ended"),
  AGENCY_HELD("agency-held"),
  AGENCY_LIFTED("agency-lifted");

  private final String wire;

  EventType(String wire) {
    this.wire = wire;
  }

  /** The name in JSON and in the database. */
  public String wire() {
    return wire;
  }

  /** The type whose wire name is {@code wire}. */
  public static Optional<EventType> ofWire(String wire) {
    requireNonNull(wire, "wire is null");
    return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
  }
}
