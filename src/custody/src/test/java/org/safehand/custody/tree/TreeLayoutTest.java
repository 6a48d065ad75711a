package org.safehand.custody.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeLayoutTest {
  private static String tiles(long size) {
    return new TreeLayout(size).tiles().map(TileId::path).collect(Collectors.joining(" "));
  }

  @Test
  void smallTrees_haveTheseTiles() {
    assertThat(tiles(0)).isEmpty();
    assertThat(new TreeLayout(0).bundles()).isEmpty();
    assertThat(tiles(1)).isEqualTo("tile/0/000.p/1");
    assertThat(tiles(256)).isEqualTo("tile/0/000 tile/1/000.p/1");
    assertThat(tiles(257)).isEqualTo("tile/0/000 tile/0/001.p/1 tile/1/000.p/1");
    assertThat(new TreeLayout(257).bundles().map(BundleId::path))
        .containsExactly("tile/entries/000", "tile/entries/001.p/1");
  }

  /** The example of tlog-tiles, "Partial Tiles". */
  @Test
  void treeOf70000_asInTheSpecification() {
    var ids = new TreeLayout(70_000).tiles().toList();
    assertThat(ids.stream().filter(id -> id.level() == 0 && id.isFull())).hasSize(273);
    assertThat(ids.stream().filter(id -> !id.isFull() || id.level() > 0).map(TileId::path))
        .containsExactly("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
  }

  @Test
  void index1234067_asInTheSpecification() {
    assertThat(new TileId(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(TileId.ofPath("tile/0/x001/x234/067")).hasValue(new TileId(0, 1234067, 256));
    assertThat(BundleId.ofPath("tile/entries/x001/x234/067.p/8"))
        .hasValue(new BundleId(1234067, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0/0",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/1000",
        "tile/00/000",
        "tile/8/000",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/300",
        "tile/0/000.p/",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/../0/000",
        "tile/entries/000"
      })
  void otherPaths_areNoTiles(String path) {
    assertThat(TileId.ofPath(path)).isEmpty();
  }

  @Test
  void resumedWriter_growsTheSameTree() throws IOException {
    TreeWriter whole = new TreeWriter();
    TreeWriter parts = new TreeWriter();
    MemoryTiles tiles = new MemoryTiles();
    for (int i = 0; i < 1500; i++) {
      byte[] entry = {(byte) (i >> 8), (byte) i, 7};
      whole.append(entry);
      parts.append(entry);
      if (i % 37 == 0 || i % 256 == 255) {
        tiles.store(parts);
        parts = TreeWriter.resume(tiles, i + 1);
        assertThat(parts.root()).isEqualTo(whole.root());
      }
    }
    tiles.store(parts);
    TreeWriter.Growth growth = whole.takeGrowth();
    for (Tile tile : growth.tiles()) {
      assertThat(tiles.tile(tile.id())).isEqualTo(tile);
    }
    for (EntryBundle bundle : growth.bundles()) {
      assertThat(tiles.bundle(bundle.id())).isEqualTo(bundle);
    }
    assertThat(growth.tiles().stream().map(Tile::id))
        .containsExactlyInAnyOrderElementsOf(new TreeLayout(1500).tiles().toList());
  }

  @Test
  void bundle_exactlyItsEntries() {
    byte[] bytes = {0, 1, 'a', 0, 0, 0, 2, 'b', 'c'};
    EntryBundle bundle = EntryBundle.of(new BundleId(0, 3), bytes).orElseThrow();
    assertThat(bundle.entry(0)).containsExactly('a');
    assertThat(bundle.entry(1)).isEmpty();
    assertThat(bundle.entry(2)).containsExactly('b', 'c');
    assertThat(bundle.prefix(1).bytes()).containsExactly(0, 1, 'a');
    assertThat(EntryBundle.of(new BundleId(0, 2), bytes)).isEmpty();
    assertThat(EntryBundle.of(new BundleId(0, 4), bytes)).isEmpty();
    assertThat(EntryBundle.of(new BundleId(0, 1), new byte[] {0})).isEmpty();
    assertThat(EntryBundle.of(new BundleId(0, 1), new byte[] {0, 2, 'a'})).isEmpty();
    assertThatThrownBy(() -> bundle.prefix(4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void growth_onceTaken_isNotGivenAgain() {
    TreeWriter writer = new TreeWriter();
    for (int i = 0; i < 256; i++) {
      writer.append(new byte[0]);
    }
    assertThat(writer.takeGrowth().tiles()).hasSize(2);
    TreeWriter.Growth again = writer.takeGrowth();
    assertThat(again.tiles())
        .extracting(tile -> tile.id().path())
        .containsExactly("tile/1/000.p/1");
    assertThat(again.bundles()).isEmpty();
  }

  @Test
  void entryOf64KiB_refused() {
    TreeWriter writer = new TreeWriter();
    writer.append(new byte[EntryBundle.MAX_ENTRY]);
    assertThatThrownBy(() -> writer.append(new byte[EntryBundle.MAX_ENTRY + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tileOfWrongLength_refused() {
    assertThatThrownBy(() -> new Tile(new TileId(0, 0, 2), new byte[63]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
