package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * The organisation on the other side of a transfer of custody.
 *
 * @param organisation its id, for example {@code AG-N-001}
 * @param endpoint where it receives
 */
public record Counterparty(String organisation, String endpoint) {
  private static final Set<String> MEMBERS = Set.of("endpoint", "organisation");

  public Counterparty {
    requireNonNull(organisation, "organisation is null");
    requireNonNull(endpoint, "endpoint is null");
  }

  public JsonObject toJson() {
    return JsonObject.builder().put("endpoint", endpoint).put("organisation", organisation).build();
  }

  public static Counterparty fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    return new Counterparty(json.string("organisation"), json.string("endpoint"));
  }
}
