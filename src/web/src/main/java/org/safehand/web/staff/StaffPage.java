package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;
import org.safehand.web.view.Answers;

/**
 * Which page of a list is asked for.
 *
 * @param after where the page before ended; empty for the first page
 * @param limit 1 to 100
 */
public record StaffPage<K>(Optional<K> after, int limit) {
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
  private static final int STANDARD = 25;

  public StaffPage {
    requireNonNull(after, "after is null");
  }

  /**
   * The page that {@code cursor} and {@code limit} ask for.
   *
   * @throws ProblemException parameter-malformed
   */
  public static <K> StaffPage<K> parse(
      @Nullable String cursor, @Nullable String limit, Function<String, K> key) {
    if (limit != null && !LIMIT.matcher(limit).matches()) {
      throw new ProblemException(WebCode.PARAMETER_MALFORMED, "limit is 1 to 100");
    }
    try {
      return new StaffPage<>(
          Optional.ofNullable(cursor).map(key), limit == null ? STANDARD : Integer.parseInt(limit));
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(WebCode.PARAMETER_MALFORMED, "no cursor that a page gave");
    }
  }

  /** The page of {@code list}, made of one line more than its limit if there is another page. */
  public <T> Response answer(
      String list, List<T> found, Function<T, JsonObject> line, Function<T, K> key) {
    boolean more = found.size() > limit;
    List<T> shown = more ? found.subList(0, limit) : found;
    JsonObjectBuilder json =
        JsonObject.builder().put("items", JsonArray.of(shown.stream().map(line).toList()));
    if (!more) {
      return Answers.ok(json.build());
    }
    String next = String.valueOf(key.apply(shown.get(limit - 1)));
    String link = "</api/v1/" + list + "?cursor=" + next + "&limit=" + limit + ">; rel=\"next\"";
    return Answers.with(200, json.put("next", next).build()).header("Link", link).build();
  }
}
