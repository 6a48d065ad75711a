package org.safehand.cli.mirror;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.log.LogFolder;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a log is read: from a gateway, or from a folder that it was copied to. */
final class LogSource {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Read the log of this gateway; nobody has to be signed in.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Read the log in this folder, as `log mirror` left it.")
  private Optional<Path> from = Optional.empty();

  @Mixin private ServerOptions options = new ServerOptions();

  /** The newest checkpoint, not verified. */
  byte[] checkpoint() throws CliException, IOException {
    return requireOne().isPresent()
        ? options.log(server.orElseThrow()).checkpoint()
        : new LogFolder(from.orElseThrow()).checkpoint();
  }

  /** The tiles, not verified. */
  TileSource tiles() throws CliException {
    return requireOne().isPresent()
        ? options.log(server.orElseThrow())
        : new LogFolder(from.orElseThrow());
  }

  /** The tiles, not verified; where no source is named, that is a fault once one is needed. */
  TileSource tilesIfNeeded() throws CliException {
    return server.isPresent() || from.isPresent() ? tiles() : new Unnamed();
  }

  private static final class Unnamed implements TileSource {
    @Override
    public Tile tile(TileId id) throws IOException {
      throw needed();
    }

    @Override
    public EntryBundle bundle(BundleId id) throws IOException {
      throw needed();
    }

    private static IOException needed() {
      return new HttpLog.FetchFailure(
          new CliException(CliCode.USAGE, "log", "the tiles are needed: --server or --from"));
    }
  }

  /** The server, if the log is not in a folder. */
  private Optional<URI> requireOne() throws CliException {
    if (server.isPresent() == from.isPresent()) {
      throw new CliException(CliCode.USAGE, "log", "either --server or --from is needed");
    }
    return server;
  }
}
