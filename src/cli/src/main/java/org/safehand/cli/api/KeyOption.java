package org.safehand.cli.api;

import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** The option {@code --idempotency-key} of every command that makes something. */
public final class KeyOption {
  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeat it to repeat the same request (default: a fresh one).")
  private Optional<String> key = Optional.empty();

  /** The key that was given; else another one each time. */
  public String orFresh() {
    return key.orElseGet(() -> UUID.randomUUID().toString());
  }
}
