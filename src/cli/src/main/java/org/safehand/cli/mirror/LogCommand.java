package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.Checkpoint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code safehand log}: the public custody log of a gateway. */
@Command(
    name = "log",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Look at, copy and check the public custody log.",
      "",
      "Nobody has to be signed in but for audit, which says what the gateway finds of itself.",
      "The others, but mirror, believe only what the trust folder names."
    })
public final class LogCommand {
  private final Terminal terminal;

  private LogCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /** The command with everything under it. */
  public static CommandLine withSubcommands(Terminal terminal) {
    return new CommandLine(new LogCommand(terminal))
        .addSubcommand(new CheckpointCommand(terminal))
        .addSubcommand(new LogVerifyCommand(terminal))
        .addSubcommand(new ConsistencyCommand(terminal))
        .addSubcommand(new ProveCommand(terminal));
  }

  @Command(description = "Copy the log into a folder; `verify log` then says what it is worth.")
  void mirror(
      @Mixin ServerOptions options,
      @Option(
              names = "--server",
              required = true,
              paramLabel = "URL",
              description = "The gateway; nobody has to be signed in.")
          URI server,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "A new or empty folder.")
          Path out)
      throws CliException {
    Checkpoint checkpoint = new LogMirror(options.log(server)).copy(out);
    terminal.show(
        JsonObject.builder()
            .put("folder", out.toString())
            .put("origin", checkpoint.origin())
            .put("size", checkpoint.size())
            .put("root", checkpoint.root().base64())
            .put("verified", false)
            .build());
  }
}
