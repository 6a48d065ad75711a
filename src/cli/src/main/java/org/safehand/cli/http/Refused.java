package org.safehand.cli.http;

import java.util.ArrayList;
import java.util.List;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** What an answer that is no success says, as RFC 9457 problem details where it has them. */
public final class Refused {
  private Refused() {}

  /** {@code answer}, which must be no success, as a failure. */
  public static CliException of(Answer answer) {
    boolean problem =
        answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    try {
      return problem ? problem(answer, answer.json()) : bare(answer);
    } catch (JsonException | CliException malformed) {
      return bare(answer);
    }
  }

  private static CliException problem(Answer answer, JsonObject problem) throws JsonException {
    String explanation =
        problem.string("title")
            + problem.optionalString("detail").map(detail -> ": " + detail).orElse("")
            + " (HTTP "
            + answer.status()
            + ", trace "
            + problem.optionalString("traceId").orElse("unknown")
            + ")";
    List<String> pointers =
        problem.has("errors") ? pointers(problem.array("errors").objects()) : List.of();
    String place = pointers.isEmpty() ? answer.place() : String.join(",", pointers);
    return new CliException(
        problem.string("code"), ExitCode.ofStatus(answer.status()), place, explanation);
  }

  private static List<String> pointers(List<JsonObject> errors) throws JsonException {
    List<String> pointers = new ArrayList<>();
    for (JsonObject error : errors) {
      pointers.add(error.string("pointer"));
    }
    return pointers;
  }

  private static CliException bare(Answer answer) {
    return new CliException(
        CliCode.ANSWER_MALFORMED.wire(),
        ExitCode.ofStatus(answer.status()),
        answer.place(),
        "HTTP " + answer.status() + " without problem details");
  }
}
