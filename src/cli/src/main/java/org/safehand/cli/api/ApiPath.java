package org.safehand.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.UUID;

/** Paths of the API's resources. */
public final class ApiPath {
  private static final String BASE = "/api/v1";

  /** All referrals. */
  public static final String REFERRALS = BASE + "/referrals";

  /** Where the second factor is asked for. */
  public static final String STEP_UPS = BASE + "/step-ups";

  /** How many dispatches there are. */
  public static final String DISPATCH_COUNTS = BASE + "/dispatch-counts";

  /** Where referrals can be released to. */
  public static final String AGENCIES = BASE + "/agencies";

  /** The gateway's people. */
  public static final String PEOPLE = BASE + "/people";

  /** Who is on duty. */
  public static final String DUTY = BASE + "/duty";

  /** What waits for a second person. */
  public static final String PROPOSALS = BASE + "/proposals";

  /** Broken glasses. */
  public static final String BREAK_GLASS = BASE + "/break-glass";

  /** The registry of endpoints, whole. */
  public static final String REGISTRY = BASE + "/registry";

  /** Challenges to agencies' keys. */
  public static final String KEY_CHALLENGES = BASE + "/key-challenges";

  /** The settings, whole. */
  public static final String SETTINGS = BASE + "/settings";

  /** Agencies that are held back. */
  public static final String HOLDS = BASE + "/holds";

  private ApiPath() {}

  /** That the agency {@code id} is held back. */
  public static String hold(String id) {
    return AGENCIES + "/" + URLEncoder.encode(id, UTF_8) + "/hold";
  }

  public static String proposal(UUID id) {
    return PROPOSALS + "/" + id;
  }

  public static String referral(UUID id) {
    return REFERRALS + "/" + id;
  }

  /** The part {@code name} of a referral, as {@code exhibits}. */
  public static String referral(UUID id, String name) {
    return referral(id) + "/" + name;
  }

  /** The one download of an exhibit that was opened. */
  public static String opening(UUID id) {
    return BASE + "/openings/" + id;
  }

  public static String dispatch(UUID id) {
    return BASE + "/dispatches/" + id;
  }

  /** The part {@code name} of a dispatch, as {@code package}. */
  public static String dispatch(UUID id, String name) {
    return dispatch(id) + "/" + name;
  }
}
