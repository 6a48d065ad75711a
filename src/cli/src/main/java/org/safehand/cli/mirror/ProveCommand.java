package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.CheckpointVerifier;
import org.safehand.custody.log.LogException;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand log prove LEAF}: a proof that one leaf is in the log, for a file of its own. */
@Command(
    name = "prove",
    description = {
      "Makes a C2SP tlog-proof of one leaf under the newest checkpoint, and verifies it before it is"
          + " written.",
      "",
      "The file and the leaf are enough to check, offline and for ever, that the log commits to it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets options and parameters before call
final class ProveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "LEAF",
      description = "Its index, or its leaf hash in hexadecimal or base 64.")
  private String leaf;

  @Mixin private LogSource source = new LogSource();
  @Mixin private TrustOption trust = new TrustOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A new file, by custom NAME.tlog-proof.")
  private Path out;

  ProveCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call()
      throws CliException, TrustException, LogException, ProofException, IOException {
    Trust trusted = trust.read();
    SignedNote note = CheckpointVerifier.parse(source.checkpoint());
    Checkpoint checkpoint = CheckpointVerifier.verify(note, trusted.log());
    TileSource tiles = source.tiles();
    long index = new LeafSearch(tiles, checkpoint.size()).find(leaf);
    BlindLeaf entry = entry(tiles, index, checkpoint.size());
    byte[] file =
        new TlogProof(index, new ProofMaker(tiles).inclusion(index, checkpoint.size()).path(), note)
            .bytes();
    TlogProof.parse(file).verify(entry, trusted);
    CheckpointCommand.keep(out, file);
    terminal.show(
        JsonObject.builder()
            .put("verified", true)
            .put("file", out.toString())
            .put("index", index)
            .put("leafHash", entry.leafHash().hex())
            .put("origin", checkpoint.origin())
            .put("entries", checkpoint.size())
            .put("root", checkpoint.root().hex())
            .build());
    return ExitCode.DONE.number();
  }

  private static BlindLeaf entry(TileSource tiles, long index, long size) throws IOException {
    BundleId id = new TreeLayout(size).bundle(index / TileId.FULL).orElseThrow();
    return BlindLeaf.of(tiles.bundle(id).entry((int) (index % TileId.FULL)))
        .orElseThrow(() -> new IOException("entry " + index + " is not a leaf"));
  }
}
