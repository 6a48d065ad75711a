package org.safehand.cli.witness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessedLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code safehand witness serve}. */
@Command(
    name = "serve",
    description = {
      "Runs a witness (C2SP tlog-witness) until it is told to end.",
      "",
      "It cosigns a checkpoint of a log that it knows if the log signed it and it continues the"
          + " last one that was cosigned. It sees no entry. A fork is refused and shown on standard"
          + " error.",
      "",
      "It speaks plain HTTP: what it is given and what it answers is signed. Where it must be"
          + " reachable from outside, put a proxy with TLS before it.",
      "",
      "The state folder is its memory. Never empty it and never restore it from a backup: it would"
          + " cosign a second history."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class WitnessServeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The key that `witness key` made.")
  private Path key;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "The last checkpoint of each log; made if it is not there.")
  private Path state;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8195",
      description = "Where it listens (default: ${DEFAULT-VALUE}); port 0 is any free one.")
  private String listen;

  @Option(
      names = "--log",
      required = true,
      paramLabel = "VKEY",
      description =
          "A verifier key of a log, which bears the log's origin as name; repeat it for each key of"
              + " each log.")
  private List<String> logs;

  public WitnessServeCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException, InterruptedException {
    List<WitnessedLog> known = witnessedLogs();
    InetSocketAddress address = address();
    CosignerKey cosigner = new WitnessKeyFile(key).read();
    CountDownLatch end = new CountDownLatch(1);
    try (FileWitnessState kept = FileWitnessState.open(state);
        WitnessServer server =
            new WitnessServer(address, new Witness(cosigner, known, kept), clock, terminal::note)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, end)));
      server.start();
      terminal.line(
          "witness ready: "
              + cosigner.name()
              + " at http://"
              + server.address().getHostString()
              + ":"
              + server.address().getPort()
              + " for "
              + known.size()
              + (known.size() == 1 ? " log" : " logs"));
      end.await();
      return ExitCode.DONE.number();
    } catch (IOException e) {
      throw new CliException(CliCode.ADDRESS_UNUSABLE, listen, e);
    }
  }

  private void stop(WitnessServer server, CountDownLatch end) {
    server.close();
    terminal.line("witness stopped");
    end.countDown();
  }

  private List<WitnessedLog> witnessedLogs() throws CliException {
    Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();
    for (String vkey : logs) {
      VerifierKey log =
          VerifierKey.parse(vkey)
              .filter(found -> found.isLogKey() || found.isPostQuantum())
              .orElseThrow(() -> usage("--log", "not the verifier key of a log: " + vkey));
      keys.computeIfAbsent(log.name(), origin -> new ArrayList<>()).add(log);
    }
    List<WitnessedLog> known = new ArrayList<>();
    for (Map.Entry<String, List<VerifierKey>> log : keys.entrySet()) {
      try {
        known.add(new WitnessedLog(log.getKey(), log.getValue()));
      } catch (IllegalArgumentException e) {
        throw usage("--log", String.valueOf(e.getMessage()));
      }
    }
    return known;
  }

  private InetSocketAddress address() throws CliException {
    int colon = listen.lastIndexOf(':');
    try {
      String host = listen.substring(0, Math.max(0, colon));
      if (host.isEmpty()) {
        throw usage("--listen", "not HOST:PORT: " + listen);
      }
      return new InetSocketAddress(
          InetAddress.getByName(host), Integer.parseInt(listen.substring(colon + 1)));
    } catch (IOException | IllegalArgumentException e) {
      throw usage("--listen", "not HOST:PORT: " + listen);
    }
  }

  private static CliException usage(String option, String reason) {
    return new CliException(CliCode.USAGE, option, reason);
  }
}
