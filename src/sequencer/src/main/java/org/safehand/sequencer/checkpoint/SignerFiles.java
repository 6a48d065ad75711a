package org.safehand.sequencer.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.VerifierKey;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/**
 * Where the keys of the log are.
 *
 * @param key the Ed25519 key, PKCS#8 in PEM or in note form
 * @param postQuantum an ML-DSA-44 key in note form
 * @param retired verifier keys, one a line
 */
public record SignerFiles(Path key, Optional<Path> postQuantum, Optional<Path> retired) {
  public SignerFiles {
    requireNonNull(key, "key is null");
    requireNonNull(postQuantum, "postQuantum is null");
    requireNonNull(retired, "retired is null");
  }

  /** The keys of the log {@code origin}. */
  public LogSigners read(String origin) throws SequencerException {
    LogKey logKey = read("SAFEHAND_LOG_KEY", key, text -> LogKey.parse(origin, text));
    Optional<CosignerKey> second = Optional.empty();
    if (postQuantum.isPresent()) {
      second = Optional.of(read("SAFEHAND_LOG_PQ_KEY", postQuantum.get(), SignerFiles::mlDsa));
    }
    List<VerifierKey> old = List.of();
    if (retired.isPresent()) {
      old = read("SAFEHAND_LOG_RETIRED_KEYS", retired.get(), SignerFiles::verifierKeys);
    }
    try {
      return new LogSigners(logKey, second, old);
    } catch (IllegalArgumentException e) {
      throw new SequencerException(
          SequencerCode.SETTINGS, "the keys of the log: " + e.getMessage());
    }
  }

  private static CosignerKey mlDsa(String text) {
    CosignerKey key = CosignerKey.parse(text);
    if (!key.verifierKey().isPostQuantum()) {
      throw new IllegalArgumentException("not an ML-DSA-44 key");
    }
    return key;
  }

  private static List<VerifierKey> verifierKeys(String text) {
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      keys.add(
          VerifierKey.parse(line)
              .orElseThrow(() -> new IllegalArgumentException("not a verifier key: " + line)));
    }
    return keys;
  }

  private interface Form<T> {
    T parse(String text);
  }

  private static <T> T read(String variable, Path file, Form<T> form) throws SequencerException {
    try {
      return form.parse(Files.readString(file, UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new SequencerException(
          SequencerCode.SETTINGS, variable + " " + file + ": " + e.getMessage());
    }
  }
}
