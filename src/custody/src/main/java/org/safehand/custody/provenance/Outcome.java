package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * What came of it.
 *
 * @param result done, failed or denied
 * @param code the stable code of a failure or denial, or of a coded answer
 * @param changeReason why an unavoidable change of the object happened
 * @param correctionOf the event that this one corrects; events are never edited
 */
public record Outcome(
    Result result,
    @Nullable String code,
    @Nullable String changeReason,
    @Nullable UUID correctionOf) {
  private static final Set<String> MEMBERS =
      Set.of("changeReason", "code", "correctionOf", "result");

  /** The three ways an attempt ends. */
  public enum Result {
    DONE("done"),
    FAILED("failed"),
    DENIED("denied");

    private final String wire;

    Result(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  public Outcome {
    requireNonNull(result, "result is null");
  }

  public static Outcome done() {
    return new Outcome(Result.DONE, null, null, null);
  }

  public static Outcome failed(String code) {
    return new Outcome(Result.FAILED, requireNonNull(code, "code is null"), null, null);
  }

  public static Outcome denied(String code) {
    return new Outcome(Result.DENIED, requireNonNull(code, "code is null"), null, null);
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .putIfPresent("changeReason", Optional.ofNullable(changeReason))
        .putIfPresent("code", Optional.ofNullable(code))
        .putIfPresent("correctionOf", Optional.ofNullable(correctionOf).map(UUID::toString))
        .put("result", result.wire())
        .build();
  }

  public static Outcome fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    return new Outcome(
        result(json),
        json.optionalString("code").orElse(null),
        json.optionalString("changeReason").orElse(null),
        json.has("correctionOf") ? Identifiers.uuid(json, "correctionOf") : null);
  }

  private static Result result(JsonObject json) throws JsonException {
    String wire = json.string("result");
    for (Result result : Result.values()) {
      if (result.wire().equals(wire)) {
        return result;
      }
    }
    throw json.fault("result", "unknown result " + wire);
  }
}
