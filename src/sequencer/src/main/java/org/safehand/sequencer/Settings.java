package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.safehand.custody.note.LogKey;

/**
 * The environment of the process.
 *
 * @param databaseUrl {@code SAFEHAND_SEQUENCER_DB_URL}
 * @param databaseUser {@code SAFEHAND_SEQUENCER_DB_USER}
 * @param databasePassword {@code SAFEHAND_SEQUENCER_DB_PASSWORD}
 * @param logKey the key in the file {@code SAFEHAND_LOG_KEY}, named {@code SAFEHAND_LOG_ORIGIN}
 * @param nodeKeys the file {@code SAFEHAND_NODE_KEYS}
 * @param headFile the file {@code SAFEHAND_LOG_HEAD}, outside the database
 */
record Settings(
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    LogKey logKey,
    Path nodeKeys,
    Path headFile) {
  Settings {
    requireNonNull(databaseUrl, "databaseUrl is null");
    requireNonNull(databaseUser, "databaseUser is null");
    requireNonNull(databasePassword, "databasePassword is null");
    requireNonNull(logKey, "logKey is null");
    requireNonNull(nodeKeys, "nodeKeys is null");
    requireNonNull(headFile, "headFile is null");
  }

  static Settings of(Map<String, String> environment) throws SequencerException {
    return new Settings(
        required(environment, "SAFEHAND_SEQUENCER_DB_URL"),
        required(environment, "SAFEHAND_SEQUENCER_DB_USER"),
        required(environment, "SAFEHAND_SEQUENCER_DB_PASSWORD"),
        logKey(environment),
        Path.of(required(environment, "SAFEHAND_NODE_KEYS")),
        Path.of(required(environment, "SAFEHAND_LOG_HEAD")));
  }

  private static LogKey logKey(Map<String, String> environment) throws SequencerException {
    String origin = required(environment, "SAFEHAND_LOG_ORIGIN");
    Path file = Path.of(required(environment, "SAFEHAND_LOG_KEY"));
    try {
      return LogKey.parse(origin, Files.readString(file, UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new SequencerException(
          SequencerCode.SETTINGS, "SAFEHAND_LOG_KEY " + file + ": " + e.getMessage());
    }
  }

  private static String required(Map<String, String> environment, String name)
      throws SequencerException {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new SequencerException(SequencerCode.SETTINGS, name + " is not set");
    }
    return value;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return databaseUser + " at " + databaseUrl;
  }
}
