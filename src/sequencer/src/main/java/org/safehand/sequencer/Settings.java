package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.checkpoint.SignerFiles;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.witness.WitnessPolicy;

/**
 * The environment of the process.
 *
 * @param databaseUrl {@code SAFEHAND_SEQUENCER_DB_URL}
 * @param databaseUser {@code SAFEHAND_SEQUENCER_DB_USER}
 * @param databasePassword {@code SAFEHAND_SEQUENCER_DB_PASSWORD}
 * @param signers the key in the file {@code SAFEHAND_LOG_KEY}, named {@code SAFEHAND_LOG_ORIGIN};
 *     where these are set, the ML-DSA-44 key in {@code SAFEHAND_LOG_PQ_KEY} and the verifier keys
 *     in {@code SAFEHAND_LOG_RETIRED_KEYS}
 * @param witnesses those in the file {@code SAFEHAND_WITNESSES}, lines {@code VKEY URL}, of which
 *     {@code SAFEHAND_QUORUM} must cosign; 0, if that is not set
 * @param nodeKeys the file {@code SAFEHAND_NODE_KEYS}
 * @param headFile the file {@code SAFEHAND_LOG_HEAD}, outside the database
 */
record Settings(
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    LogSigners signers,
    WitnessPolicy witnesses,
    Path nodeKeys,
    Path headFile) {
  Settings {
    requireNonNull(databaseUrl, "databaseUrl is null");
    requireNonNull(databaseUser, "databaseUser is null");
    requireNonNull(databasePassword, "databasePassword is null");
    requireNonNull(signers, "signers is null");
    requireNonNull(witnesses, "witnesses is null");
    requireNonNull(nodeKeys, "nodeKeys is null");
    requireNonNull(headFile, "headFile is null");
  }

  static Settings of(Map<String, String> environment) throws SequencerException {
    LogSigners signers = signers(environment);
    return new Settings(
        required(environment, "SAFEHAND_SEQUENCER_DB_URL"),
        required(environment, "SAFEHAND_SEQUENCER_DB_USER"),
        required(environment, "SAFEHAND_SEQUENCER_DB_PASSWORD"),
        signers,
        witnesses(environment, signers),
        Path.of(required(environment, "SAFEHAND_NODE_KEYS")),
        Path.of(required(environment, "SAFEHAND_LOG_HEAD")));
  }

  private static LogSigners signers(Map<String, String> environment) throws SequencerException {
    String origin = required(environment, "SAFEHAND_LOG_ORIGIN");
    return new SignerFiles(
            Path.of(required(environment, "SAFEHAND_LOG_KEY")),
            file(environment, "SAFEHAND_LOG_PQ_KEY"),
            file(environment, "SAFEHAND_LOG_RETIRED_KEYS"))
        .read(origin);
  }

  private static WitnessPolicy witnesses(Map<String, String> environment, LogSigners signers)
      throws SequencerException {
    Optional<Path> file = file(environment, "SAFEHAND_WITNESSES");
    String quorum = environment.getOrDefault("SAFEHAND_QUORUM", "");
    WitnessPolicy policy = WitnessPolicy.read(file, quorum.isEmpty() ? "0" : quorum);
    try {
      signers.trust(policy.keys());
    } catch (IllegalArgumentException e) {
      throw new SequencerException(
          SequencerCode.SETTINGS, "SAFEHAND_WITNESSES names a key of the log: " + e.getMessage());
    }
    return policy;
  }

  private static Optional<Path> file(Map<String, String> environment, String name) {
    return Optional.of(environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .map(Path::of);
  }

  private static String required(Map<String, String> environment, String name)
      throws SequencerException {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new SequencerException(SequencerCode.SETTINGS, name + " is not set");
    }
    return value;
  }

  /** A connection of its own. */
  LogDatabase openDatabase() throws SQLException {
    return LogDatabase.open(databaseUrl, databaseUser, databasePassword);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return databaseUser + " at " + databaseUrl;
  }
}
