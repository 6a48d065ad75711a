package org.safehand.bench.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.safehand.custody.event.NodeKey;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.gateway.GatewayKeys;
import org.safehand.launcher.sequencer.LogKeys;
import org.safehand.launcher.sequencer.SequencerServer;

/** The sequencer's own process, as it runs in operation. */
public final class BenchSequencer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace workplace;

  private BenchSequencer(Workplace workplace) {
    this.workplace = requireNonNull(workplace, "workplace is null");
  }

  /** Starts the process and returns when it takes events. */
  public static BenchSequencer start(Workplace workplace, BenchDatabase database)
      throws IOException, InterruptedException, LaunchException, GeneralSecurityException {
    SecureRandom random = new SecureRandom();
    LogKeys logKeys = new LogKeys(workplace.folder(), random);
    logKeys.make();
    GatewayKeys keys = new GatewayKeys(workplace.folder(), random);
    keys.make(database.secrets().password(GatewayEnvironment.PKI_PASSWORD));
    new SequencerServer(workplace.installation(), workplace.folder(), workplace.children())
        .start(database.address(), database.secrets(), logKeys, keys.nodeKeys(), List.of());
    return new BenchSequencer(workplace);
  }

  /** The key of the node whose events it takes. */
  public NodeKey nodeKey() throws IOException {
    GatewayKeys keys = new GatewayKeys(workplace.folder(), new SecureRandom());
    return NodeKey.ofPem(GatewayKeys.NODE_ID, Files.readString(keys.nodeKey(), US_ASCII));
  }

  /** Refuses with {@link IOException} unless the process runs. */
  public void requireRunning() throws IOException {
    if (!workplace.children().running(SequencerServer.NAME)) {
      throw new IOException(
          "the sequencer ended; see " + workplace.children().log(SequencerServer.NAME));
    }
  }

  @Override
  public void close() throws IOException, LaunchException {
    workplace.children().stop(SequencerServer.NAME, PATIENCE);
  }
}
