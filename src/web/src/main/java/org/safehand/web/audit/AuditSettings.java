package org.safehand.web.audit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.safehand.referral.access.StaffNumber;

/**
 * Where this node's audit file is, from the environment of the server's process.
 *
 * @param folder the folder of audit files; made when it is not there
 * @param node the name of this node
 * @param period how often the file's digest is anchored in the custody log
 */
public record AuditSettings(Path folder, StaffNumber node, Duration period) {
  private static final String PERIOD = "SAFEHAND_AUDIT_ANCHOR_PERIOD";

  public AuditSettings {
    requireNonNull(folder, "folder is null");
    requireNonNull(node, "node is null");
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(PERIOD + " is longer than nothing");
    }
  }

  /**
   * Reads SAFEHAND_AUDIT_DIR, SAFEHAND_NODE_ID and SAFEHAND_AUDIT_ANCHOR_PERIOD, an ISO 8601
   * duration; only the last has a default, {@code PT1H}.
   */
  public static AuditSettings of(Map<String, String> environment) {
    return new AuditSettings(
        Path.of(required(environment, "SAFEHAND_AUDIT_DIR")),
        new StaffNumber(required(environment, "SAFEHAND_NODE_ID")),
        period(environment.getOrDefault(PERIOD, "PT1H")));
  }

  private static Duration period(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(PERIOD + " is not an ISO 8601 duration", e);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }
}
