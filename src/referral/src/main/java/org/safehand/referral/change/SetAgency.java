package org.safehand.referral.change;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.registry.Registry;

/**
 * An agency is registered, or stands there as this from now on.
 *
 * @param agency all of it
 * @param read the revision of it that was read; 0 if it was not there
 */
public record SetAgency(Agency agency, long read) implements RegistryChange {
  static final String KIND = "agency-set";

  /** Refuses null, and a revision that nobody can have read. */
  public SetAgency {
    requireNonNull(agency, "agency is null");
    if (read < 0) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String about() {
    return agency.id().value();
  }

  @Override
  public long standing(Registry now) {
    return now.revisionOf(agency.id());
  }

  @Override
  public Registry next(Registry now) {
    return now.with(agency);
  }

  @Override
  public JsonObject content() {
    JsonObjectBuilder json =
        JsonObject.builder().put("kind", KIND).put("agency", AgencyJson.of(agency));
    return read == 0 ? json.build() : json.put("revision", read).build();
  }
}
