package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;
import org.safehand.web.view.Answers;
import org.safehand.web.view.ReferralJson;

/**
 * Which page of a list is asked for.
 *
 * @param before what is older than this; empty for the first page
 * @param limit 1 to 100
 */
record PageRequest(Optional<ReferralId> before, int limit) {
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
  private static final int STANDARD = 25;

  PageRequest {
    requireNonNull(before, "before is null");
  }

  static PageRequest parse(@Nullable String cursor, @Nullable String limit) {
    if (limit != null && !LIMIT.matcher(limit).matches()) {
      throw new ProblemException(WebCode.PARAMETER_MALFORMED, "limit is 1 to 100");
    }
    return new PageRequest(
        Optional.ofNullable(cursor).map(PageRequest::parse),
        limit == null ? STANDARD : Integer.parseInt(limit));
  }

  private static ReferralId parse(String cursor) {
    try {
      return ReferralId.parse(cursor);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(WebCode.PARAMETER_MALFORMED, "no cursor that a page gave");
    }
  }

  /** The page, made of one line more than its limit if there is another page. */
  Response answer(List<ReferralSummary> found) {
    boolean more = found.size() > limit;
    List<ReferralSummary> shown = more ? found.subList(0, limit) : found;
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("items", JsonArray.of(shown.stream().map(ReferralJson::line).toList()));
    if (!more) {
      return Answers.ok(json.build());
    }
    String next = shown.get(limit - 1).id().toString();
    String link = "</api/v1/referrals?cursor=" + next + "&limit=" + limit + ">; rel=\"next\"";
    return Answers.with(200, json.put("next", next).build()).header("Link", link).build();
  }
}
