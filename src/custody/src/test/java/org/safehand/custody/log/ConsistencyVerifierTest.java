package org.safehand.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

class ConsistencyVerifierTest {
  private static final int SIZE = 600;

  private final LogFixture log = new LogFixture(SIZE);
  private final ConsistencyVerifier verifier = new ConsistencyVerifier(log.tiles());
  private final Checkpoint newest = log.checkpoint();

  private Checkpoint at(long size) throws IOException {
    return new Checkpoint(newest.origin(), size, new ProofMaker(log.tiles()).root(size));
  }

  private static void assertFault(LogFault fault, String place, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LogException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.place()).isEqualTo(place);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 255, 256, 300, 512, 599, 600})
  void earlierTree_isTheBeginning(long size) throws IOException, LogException {
    assertThat(verifier.verify(at(size), newest).verify(at(size).root(), newest.root())).isTrue();
  }

  @Test
  void forkedTree_refusedNamingBothRoots() throws IOException {
    Checkpoint fork = new Checkpoint(newest.origin(), 300, Digest.of());
    String good = at(300).root().hex();
    assertFault(LogFault.INCONSISTENT, "300 entries", () -> verifier.verify(fork, newest));
    assertThatThrownBy(() -> verifier.verify(fork, newest))
        .hasMessageContaining(fork.root().hex())
        .hasMessageContaining(good)
        .hasMessageContaining(newest.root().hex());
  }

  @Test
  void otherRootOfTheSameSize_refusedWithoutReadingATile() {
    Checkpoint fork = new Checkpoint(newest.origin(), SIZE, Digest.of());
    ConsistencyVerifier blind = new ConsistencyVerifier(new NoTiles());
    assertFault(LogFault.INCONSISTENT, "600 entries", () -> blind.verify(fork, newest));
  }

  @Test
  void emptyTree_withAnotherRoot_refused() {
    Checkpoint fork = new Checkpoint(newest.origin(), 0, Digest.of(new byte[1]));
    assertFault(LogFault.INCONSISTENT, "0 entries", () -> verifier.verify(fork, newest));
  }

  @Test
  void smallerTree_refused() throws IOException {
    Checkpoint cut = at(599);
    assertFault(LogFault.INCONSISTENT, "600 entries", () -> verifier.verify(newest, cut));
  }

  @Test
  void tilesOfAnotherLog_refused() throws IOException {
    Checkpoint old = at(300);
    ConsistencyVerifier other = new ConsistencyVerifier(new LogFixture(SIZE).tiles());
    assertFault(LogFault.ROOT, "tiles of 600 entries", () -> other.verify(old, newest));
  }

  @Test
  void otherOrigin_refused() throws IOException {
    Checkpoint other = new Checkpoint("example.org/other", 300, at(300).root());
    assertFault(LogFault.CHECKPOINT_ORIGIN, "checkpoint", () -> verifier.verify(other, newest));
  }

  /** A source that must not be asked. */
  private record NoTiles() implements TileSource {
    @Override
    public Tile tile(TileId id) throws IOException {
      throw new IOException(id.path());
    }

    @Override
    public EntryBundle bundle(BundleId id) throws IOException {
      throw new IOException(id.path());
    }
  }
}
