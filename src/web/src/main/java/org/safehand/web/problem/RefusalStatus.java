package org.safehand.web.problem;

import java.util.Optional;
import java.util.OptionalInt;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.store.fault.StoreCode;

/** The HTTP status of each refusal; a code without one does not compile. */
public final class RefusalStatus {
  private RefusalStatus() {}

  /** The status of {@code code}. */
  public static int of(RefusalCode code) {
    return switch (code) {
      case UNKNOWN_FIELD,
          UNKNOWN_CODE,
          VALUE_TOO_LONG,
          FIELD_REQUIRED,
          VALUE_INVALID,
          TOO_FEW_ENTRIES,
          EXHIBIT_DIGEST_MISMATCH,
          RELEASE_UNKNOWN_RECIPIENT,
          REISSUE_UNKNOWN_CERTIFICATE,
          RECEIPT_MALFORMED,
          RECEIPT_UNTRUSTED,
          RECEIPT_MISMATCH,
          IDEMPOTENCY_KEY_REUSED,
          ROLES_EXCLUDE_ONE_ANOTHER,
          KEY_PROOF_INVALID,
          KEY_PROOF_UNSUPPORTED,
          ASSIGNEE_NOT_ELIGIBLE ->
          422;
      case EXHIBIT_TRUNCATED, DOWNLOAD_BROKEN_OFF -> 400;
      case SIGNED_OUT, INSUFFICIENT_USER_AUTHENTICATION -> 401;
      case OPERATION_NOT_PERMITTED,
          RELEASE_OWN_REFERRAL,
          PROPOSAL_ABOUT_ONESELF,
          SECOND_PERSON_REQUIRED ->
          403;
      case REFERRAL_NOT_FOUND,
          DISPATCH_NOT_FOUND,
          EXTRACT_NOT_FOUND,
          PROPOSAL_NOT_FOUND,
          PERSON_NOT_FOUND,
          GLASS_NOT_FOUND,
          AGENCY_NOT_FOUND,
          REGISTRY_NOT_FOUND,
          SETTINGS_NOT_FOUND,
          DUTY_NOT_FOUND,
          EXHIBIT_NOT_FOUND,
          OPENING_NOT_FOUND ->
          404;
      case REFERRAL_WRONG_STATE,
          DISPATCH_WRONG_STATE,
          DISPATCH_FENCE_STALE,
          DISPATCH_ON_ITS_WAY,
          DISPATCH_SENT,
          DISPATCH_SUPERSEDED,
          REISSUE_SAME_CERTIFICATE,
          RECIPIENT_CERTIFICATE_NOT_VALID,
          AUTHORISATION_NOT_WITNESSED,
          ENDPOINT_NOT_USABLE,
          EXHIBIT_REQUIRED,
          TOO_MANY_EXHIBITS,
          OPENING_EXPIRED,
          VERIFICATION_RUNNING,
          RELEASE_DIGEST_MISMATCH,
          RELEASE_RECIPIENTS_DIFFER,
          STEP_UP_OTHER_VERSION,
          PACKAGE_TOO_LARGE,
          RECIPIENT_REVOKED,
          RECIPIENT_EXPIRED,
          RECIPIENT_UNTRUSTED,
          EXTRACT_NOT_WITNESSED,
          RECEIPT_NOT_WITNESSED,
          EXTRACT_TOO_LARGE,
          PROPOSAL_WRONG_STATE,
          PROPOSAL_EXPIRED,
          PROPOSAL_DIGEST_MISMATCH,
          PROPOSAL_OVERTAKEN,
          SECOND_PERSON_MISSING,
          GLASS_WRONG_STATE,
          GLASS_NOT_NEEDED,
          GLASS_OPEN_ALREADY,
          GLASS_REVIEW_OVERDUE,
          PERSON_KNOWN_ALREADY,
          AGENCY_KNOWN_ALREADY,
          KEY_CHALLENGE_EXPIRED,
          KEY_CHALLENGE_USED,
          AGENCY_HELD_BACK,
          AGENCY_NOT_HELD,
          KEY_FINGERPRINT_MISMATCH ->
          409;
      case EXHIBIT_TOO_SLOW -> 408;
      case REVISION_CONFLICT -> 412;
      case EXHIBIT_TOO_LARGE -> 413;
      case MEDIA_TYPE_NOT_ACCEPTED -> 415;
      case EVIDENCE_DAMAGED -> 500;
      case GATEWAY_BUSY,
          TIME_STAMP_UNAVAILABLE,
          SEAL_UNAVAILABLE,
          LOG_STALE,
          RECIPIENT_STANDING_UNKNOWN ->
          503;
    };
  }

  /** After how many seconds to ask again for what {@code code} refuses; empty: it stays so. */
  public static OptionalInt retryAfter(String code) {
    return passes(code) ? OptionalInt.of(1) : OptionalInt.empty();
  }

  private static boolean passes(String code) {
    return code.equals(RefusalCode.EXTRACT_NOT_WITNESSED.wire())
        || code.equals(RefusalCode.RECEIPT_NOT_WITNESSED.wire())
        || code.equals(RefusalCode.GATEWAY_BUSY.wire())
        || code.equals(StoreCode.DATABASE_BUSY.wire());
  }

  /**
   * What the field WWW-Authenticate says beside {@code problem}, if it asks for a step-up (RFC
   * 9470, section 3).
   */
  public static Optional<String> challenge(Problem problem) {
    return problem.code().equals(RefusalCode.INSUFFICIENT_USER_AUTHENTICATION.wire())
        ? Optional.of(
            "Bearer error=\"insufficient_user_authentication\", error_description=\"%s\", acr_values=\"%s\", max_age=\"%d\""
                .formatted(problem.detail(), StepUpGate.ACR, StepUpGate.MAX_AGE.toSeconds()))
        : Optional.empty();
  }

  /** {@code refusal} as a problem document. */
  public static Problem problem(Refusal refusal) {
    RefusalCode code = refusal.code();
    String words = code.wire().replace('-', ' ');
    String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return new Problem(code.wire(), of(code), title, refusal.detail(), refusal.pointers());
  }
}
