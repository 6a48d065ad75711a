package org.safehand.referral.refusal;

/** Every code with which a use case refuses; the wire form never changes its meaning. */
public enum RefusalCode {
  /** The document has a field that the schema does not know. */
  UNKNOWN_FIELD("unknown-field"),
  /** A value is not among the codes of its list. */
  UNKNOWN_CODE("unknown-code"),
  /** A text, list or number is beyond its limit. */
  VALUE_TOO_LONG("value-too-long"),
  /** An obligatory field is absent or empty. */
  FIELD_REQUIRED("field-required"),
  /** A value is of another kind or form than the schema says. */
  VALUE_INVALID("value-invalid"),
  /** A list has fewer entries than the rule asks for. */
  TOO_FEW_ENTRIES("too-few-entries"),
  /** The declared media type is malformed or not on the list of accepted ones. */
  MEDIA_TYPE_NOT_ACCEPTED("media-type-not-accepted"),
  /** The exhibit's bytes have another digest than was declared. */
  EXHIBIT_DIGEST_MISMATCH("exhibit-digest-mismatch"),
  /** The exhibit ended before its declared length, or went on beyond it. */
  EXHIBIT_TRUNCATED("exhibit-truncated"),
  /** The exhibit's bytes come too slowly to keep others waiting for them. */
  EXHIBIT_TOO_SLOW("exhibit-too-slow"),
  /** The exhibit is larger than this gateway takes. */
  EXHIBIT_TOO_LARGE("exhibit-too-large"),
  /** The case has as many exhibits as one can have. */
  TOO_MANY_EXHIBITS("too-many-exhibits"),
  /** The referral has no exhibit of this number. */
  EXHIBIT_NOT_FOUND("exhibit-not-found"),
  /** No such opening of an exhibit, or none that the asker may know of, or it was used. */
  OPENING_NOT_FOUND("opening-not-found"),
  /** The download was not begun within five minutes of the opening. */
  OPENING_EXPIRED("opening-expired"),
  /** The download of an exhibit in clear did not come to its end; in events only. */
  DOWNLOAD_BROKEN_OFF("download-broken-off"),
  /** A referral without an exhibit cannot be sealed. */
  EXHIBIT_REQUIRED("exhibit-required"),
  /** No such referral, or none that the asker may know of. */
  REFERRAL_NOT_FOUND("referral-not-found"),
  /** The referral is in a state in which this cannot be done. */
  REFERRAL_WRONG_STATE("referral-wrong-state"),
  /** Someone changed the referral since it was read. */
  REVISION_CONFLICT("revision-conflict"),
  /** No line of the authorization table allows this. */
  OPERATION_NOT_PERMITTED("operation-not-permitted"),
  /** An administrator ended what the person signed in to before; they sign in again. */
  SIGNED_OUT("signed-out"),
  /** The actor has to prove themselves again for exactly this act (RFC 9470). */
  INSUFFICIENT_USER_AUTHENTICATION("insufficient-user-authentication"),
  /** The object is in another version than a step-up was asked for. */
  STEP_UP_OTHER_VERSION("step-up-other-version"),
  /** The releaser wrote, edited or submitted this referral, or works on it. */
  RELEASE_OWN_REFERRAL("release-own-referral"),
  /** The digest named at release is not the seal's. */
  RELEASE_DIGEST_MISMATCH("release-digest-mismatch"),
  /** The second of two supervisors named other recipients than the first. */
  RELEASE_RECIPIENTS_DIFFER("release-recipients-differ"),
  /** A recipient is not in the endpoint registry, or is named twice, or none is named. */
  RELEASE_UNKNOWN_RECIPIENT("release-unknown-recipient"),
  /** No such dispatch, or none that the asker may know of. */
  DISPATCH_NOT_FOUND("dispatch-not-found"),
  /** The dispatch is in a state in which this cannot be done. */
  DISPATCH_WRONG_STATE("dispatch-wrong-state"),
  /** Another node took the dispatch over: this node's lease ended. */
  DISPATCH_FENCE_STALE("dispatch-fence-stale"),
  /** The event that authorises the transmission is not witnessed yet. */
  AUTHORISATION_NOT_WITNESSED("authorisation-not-witnessed"),
  /** The endpoint is no longer in the registry, or its certificate is not usable. */
  ENDPOINT_NOT_USABLE("endpoint-not-usable"),
  /** None of the endpoint's certificates, or not the one that was named, is valid now. */
  RECIPIENT_CERTIFICATE_NOT_VALID("recipient-certificate-not-valid"),
  /** The dispatch is being sent; it can be suspended once that has settled. */
  DISPATCH_ON_ITS_WAY("dispatch-on-its-way"),
  /**
   * A dispatch was sent, may have arrived or waits at the agency: the release is not taken back.
   */
  DISPATCH_SENT("dispatch-sent"),
  /** Another dispatch stands in the place of this one. */
  DISPATCH_SUPERSEDED("dispatch-superseded"),
  /** The certificate named for a reissue is not a valid one of the dispatch's endpoint. */
  REISSUE_UNKNOWN_CERTIFICATE("reissue-unknown-certificate"),
  /** The dispatch is for the certificate already that a reissue names. */
  REISSUE_SAME_CERTIFICATE("reissue-same-certificate"),
  /** The package is larger than the endpoint takes. */
  PACKAGE_TOO_LARGE("package-too-large"),
  /** The recipient's certificate, or one of its issuers, is revoked. */
  RECIPIENT_REVOKED("recipient-revoked"),
  /** The recipient's certificate, or one of its issuers, is not valid yet or not any more. */
  RECIPIENT_EXPIRED("recipient-expired"),
  /** No valid path leads from the recipient's certificate to a registered root. */
  RECIPIENT_UNTRUSTED("recipient-untrusted"),
  /** Nobody says now whether the recipient's certificate is revoked; nothing is sent meanwhile. */
  RECIPIENT_STANDING_UNKNOWN("recipient-standing-unknown"),
  /** The receipt's bytes are not a receipt. */
  RECEIPT_MALFORMED("receipt-malformed"),
  /** The receipt is not signed by a pinned key of the agency. */
  RECEIPT_UNTRUSTED("receipt-untrusted"),
  /** The receipt names another dispatch, agency or digest. */
  RECEIPT_MISMATCH("receipt-mismatch"),
  /** Whoever should be handed a referral or put on duty is not active in the unit for that. */
  ASSIGNEE_NOT_ELIGIBLE("assignee-not-eligible"),
  /** No such shift, or none that the asker may know of. */
  DUTY_NOT_FOUND("duty-not-found"),
  /** No such proposal, or none that the asker may know of. */
  PROPOSAL_NOT_FOUND("proposal-not-found"),
  /** The proposal has been decided already. */
  PROPOSAL_WRONG_STATE("proposal-wrong-state"),
  /** Nobody decided on the proposal in time. */
  PROPOSAL_EXPIRED("proposal-expired"),
  /** The digest named is not that of the proposal's change. */
  PROPOSAL_DIGEST_MISMATCH("proposal-digest-mismatch"),
  /** What the proposal would change is not any more as its proposer had read it. */
  PROPOSAL_OVERTAKEN("proposal-overtaken"),
  /** Nobody has a part in what they may do themselves. */
  PROPOSAL_ABOUT_ONESELF("proposal-about-oneself"),
  /** Whoever proposed it does not decide on it; whoever released it first is not the second. */
  SECOND_PERSON_REQUIRED("second-person-required"),
  /** There are fewer than two active people who could do what this needs two of. */
  SECOND_PERSON_MISSING("second-person-missing"),
  /** A fingerprint named by one of two people is not that of the key. */
  KEY_FINGERPRINT_MISMATCH("key-fingerprint-mismatch"),
  /**
   * The request is for another key than the certificate, or that key did not sign it; or the answer
   * is not that of a challenge to this certificate for this agency.
   */
  KEY_PROOF_INVALID("key-proof-invalid"),
  /** A key that can sign is proven by its request alone, one that cannot by a challenge alone. */
  KEY_PROOF_UNSUPPORTED("key-proof-unsupported"),
  /** Nobody answered the challenge within seven days. */
  KEY_CHALLENGE_EXPIRED("key-challenge-expired"),
  /** The answer to the challenge was used for another proposal. */
  KEY_CHALLENGE_USED("key-challenge-used"),
  /** No agency of this name stands in the registry. */
  AGENCY_NOT_FOUND("agency-not-found"),
  /** An agency of this name stands in the registry already. */
  AGENCY_KNOWN_ALREADY("agency-known-already"),
  /** An administrator holds the agency back: nothing is handed to it until that is lifted. */
  AGENCY_HELD_BACK("agency-held-back"),
  /** The agency is not held back. */
  AGENCY_NOT_HELD("agency-not-held"),
  /** The registry is not for who asks. */
  REGISTRY_NOT_FOUND("registry-not-found"),
  /** The settings are not for who asks. */
  SETTINGS_NOT_FOUND("settings-not-found"),
  /** No such person, or none that the asker may know of. */
  PERSON_NOT_FOUND("person-not-found"),
  /** The staff number is somebody's already, or was once. */
  PERSON_KNOWN_ALREADY("person-known-already"),
  /** Roles that nobody has at the same time. */
  ROLES_EXCLUDE_ONE_ANOTHER("roles-exclude-one-another"),
  /** No such broken glass, or none that the asker may know of. */
  GLASS_NOT_FOUND("glass-not-found"),
  /** The broken glass is not over yet, is over already, or was reviewed. */
  GLASS_WRONG_STATE("glass-wrong-state"),
  /** The case may be read without breaking the glass. */
  GLASS_NOT_NEEDED("glass-not-needed"),
  /** The person has broken the glass over a case, and the time for it is not over. */
  GLASS_OPEN_ALREADY("glass-open-already"),
  /** Somebody of the unit broke the glass over a case, and the review of that is overdue. */
  GLASS_REVIEW_OVERDUE("glass-review-overdue"),
  /** The key was used before for another request. */
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused"),
  /** Another verification of the stored log runs now. */
  VERIFICATION_RUNNING("verification-running"),
  /** No such extract of this case, or none that the asker may know of. */
  EXTRACT_NOT_FOUND("extract-not-found"),
  /** Not every event up to the extract is witnessed yet; it will be. */
  EXTRACT_NOT_WITNESSED("extract-not-witnessed"),
  /** The event that recorded the receipt is not witnessed yet; it will be. */
  RECEIPT_NOT_WITNESSED("receipt-not-witnessed"),
  /** The case has more events than an extract can hold. */
  EXTRACT_TOO_LARGE("extract-too-large"),
  /** Too many exhibits are taken in or read at this time. */
  GATEWAY_BUSY("gateway-busy"),
  /** No trusted time-stamp could be had; what needs one waits. */
  TIME_STAMP_UNAVAILABLE("time-stamp-unavailable"),
  /**
   * The custody log waits too long to be published, witnessed or anchored; nothing leaves until it
   * goes on.
   */
  LOG_STALE("log-stale"),
  /** The seal key, a certificate or a revocation list is not at hand; what needs a seal waits. */
  SEAL_UNAVAILABLE("seal-unavailable"),
  /** Stored evidence cannot be read, or is not what was stored; a dispatch of it is suspended. */
  EVIDENCE_DAMAGED("evidence-damaged");

  private final String wire;

  RefusalCode(String wire) {
    this.wire = wire;
  }

  /** The code as programs read it. */
  public String wire() {
    return wire;
  }
}
