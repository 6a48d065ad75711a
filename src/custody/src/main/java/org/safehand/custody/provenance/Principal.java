package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * A person or machine that acted.
 *
 * @param id staff number, liaison id or machine id; never a name
 * @param role the role under which it acted
 * @param organisation the organisation it acted for
 * @param authentication how it was authenticated, for example {@code otp} or {@code mtls}
 */
public record Principal(String id, String role, String organisation, String authentication) {
  private static final Set<String> MEMBERS = Set.of("authentication", "id", "organisation", "role");

  public Principal {
    requireNonNull(id, "id is null");
    requireNonNull(role, "role is null");
    requireNonNull(organisation, "organisation is null");
    requireNonNull(authentication, "authentication is null");
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .put("authentication", authentication)
        .put("id", id)
        .put("organisation", organisation)
        .put("role", role)
        .build();
  }

  public static Principal fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    return new Principal(
        json.string("id"),
        json.string("role"),
        json.string("organisation"),
        json.string("authentication"));
  }
}
