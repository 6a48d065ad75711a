package org.safehand.cli.api;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option {@code --timeout} of commands that wait for the gateway. */
public final class WaitOption {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long to wait (default: ${DEFAULT-VALUE}).")
  private long seconds;

  public Duration patience() {
    return Duration.ofSeconds(seconds);
  }
}
