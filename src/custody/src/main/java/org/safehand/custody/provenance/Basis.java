package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * Why it was done and by what right.
 *
 * @param purpose for what
 * @param legalBasis the provision relied on, if one is named
 * @param authority the id of the authorisation relied on, if there is one
 */
public record Basis(String purpose, @Nullable String legalBasis, @Nullable String authority) {
  private static final Set<String> MEMBERS = Set.of("authority", "legalBasis", "purpose");

  public Basis {
    requireNonNull(purpose, "purpose is null");
  }

  /** A purpose alone. */
  public static Basis of(String purpose) {
    return new Basis(purpose, null, null);
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .putIfPresent("authority", Optional.ofNullable(authority))
        .putIfPresent("legalBasis", Optional.ofNullable(legalBasis))
        .put("purpose", purpose)
        .build();
  }

  public static Basis fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    return new Basis(
        json.string("purpose"),
        json.optionalString("legalBasis").orElse(null),
        json.optionalString("authority").orElse(null));
  }
}
