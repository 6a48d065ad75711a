package org.safehand.referral.change;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.settings.SettingsEvents;
import org.safehand.referral.settings.SettingsJson;

/**
 * These are the settings from now on; proposed by an administrator and approved by a release
 * supervisor.
 *
 * @param settings all of them
 * @param read the revision of them that was read; 0 as long as nobody has changed any
 */
public record SetSettings(Settings settings, long read) implements Change {
  static final String KIND = "settings-set";

  /** Refuses null, and a revision that nobody can have read. */
  public SetSettings {
    requireNonNull(settings, "settings is null");
    if (read < 0) {
      throw new IllegalArgumentException("revisions count from 0");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String about() {
    return SettingsEvents.SUBJECT;
  }

  @Override
  public Operation operation() {
    return Operation.MANAGE_ENDPOINTS;
  }

  @Override
  public JsonObject content() {
    return JsonObject.builder()
        .put("kind", KIND)
        .put("settings", SettingsJson.of(settings))
        .put("revision", read)
        .build();
  }
}
