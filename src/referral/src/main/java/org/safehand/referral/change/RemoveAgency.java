package org.safehand.referral.change;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.registry.Registry;

/**
 * An agency does not stand in the registry any more: nothing is sent to it, and what waits to be
 * sent is suspended.
 *
 * @param id which
 * @param read the revision of it that was read
 */
public record RemoveAgency(AgencyId id, long read) implements RegistryChange {
  static final String KIND = "agency-remove";

  /** Refuses null, and a revision that nobody can have read. */
  public RemoveAgency {
    requireNonNull(id, "id is null");
    if (read < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String about() {
    return id.value();
  }

  @Override
  public long standing(Registry now) {
    return now.revisionOf(id);
  }

  @Override
  public Registry next(Registry now) {
    return now.without(id);
  }

  @Override
  public JsonObject content() {
    return JsonObject.builder()
        .put("kind", KIND)
        .put("id", id.value())
        .put("revision", read)
        .build();
  }
}
