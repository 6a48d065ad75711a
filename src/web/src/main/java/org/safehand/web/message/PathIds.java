package org.safehand.web.message;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.DutyId;
import org.safehand.referral.id.ExtractId;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.opening.OpeningId;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** Identifiers in paths. What is no identifier names nothing, so it is not found. */
public final class PathIds {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  private PathIds() {}

  public static ReferralId referral(String text) {
    return parse(text, ReferralId::parse);
  }

  public static DispatchId dispatch(String text) {
    return parse(text, DispatchId::parse);
  }

  public static ExtractId extract(String text) {
    return parse(text, ExtractId::parse);
  }

  public static DutyId duty(String text) {
    return parse(text, DutyId::parse);
  }

  public static ProposalId proposal(String text) {
    return parse(text, ProposalId::parse);
  }

  public static AgencyId agency(String text) {
    return parse(text, AgencyId::new);
  }

  public static OpeningId opening(String text) {
    return parse(text, OpeningId::parse);
  }

  /** An exhibit number, as it is written in JSON. */
  public static int exhibit(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new ProblemException(WebCode.NOT_FOUND, "");
    }
    return Integer.parseInt(text);
  }

  public static StaffNumber person(String text) {
    return parse(text, StaffNumber::new);
  }

  private static <T> T parse(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(WebCode.NOT_FOUND, "");
    }
  }
}
