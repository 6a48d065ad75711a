package org.safehand.referral.settings;

import java.util.EnumMap;
import java.util.Map;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.document.NumberShape;
import org.safehand.referral.document.ObjectShape;

/** The document of the settings: a whole number for each, all of them and nothing else. */
public final class SettingsJson {
  /** What {@link #settings} reads. */
  public static final ObjectShape SHAPE = shape();

  private SettingsJson() {}

  /** {@code settings} in their one spelling. */
  public static JsonObject of(Settings settings) {
    JsonObjectBuilder json = JsonObject.builder();
    settings.values().forEach((setting, value) -> json.put(setting.wire(), value));
    return json.build();
  }

  /** {@link #of} in its canonical form, which is what is kept. */
  public static byte[] canonical(Settings settings) {
    return Jcs.write(of(settings));
  }

  /** What each setting can be: {@code least} and {@code most}, both included. */
  public static JsonObject limits() {
    JsonObjectBuilder json = JsonObject.builder();
    for (Setting setting : Setting.values()) {
      json.put(
          setting.wire(),
          JsonObject.builder().put("least", setting.least()).put("most", setting.most()).build());
    }
    return json.build();
  }

  /**
   * The settings of a document that has {@link #SHAPE}.
   *
   * @throws JsonException if one is missing or no number, or something else stands there
   * @throws IllegalArgumentException if one is not within its limits
   */
  public static Settings settings(JsonObject json) throws JsonException {
    json.requireOnly(SHAPE.fields().keySet());
    Map<Setting, Long> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, json.integer(setting.wire()));
    }
    return new Settings(values);
  }

  private static ObjectShape shape() {
    ObjectShape shape = ObjectShape.empty();
    for (Setting setting : Setting.values()) {
      shape = shape.must(setting.wire(), new NumberShape(setting.least(), setting.most()));
    }
    return shape;
  }
}
