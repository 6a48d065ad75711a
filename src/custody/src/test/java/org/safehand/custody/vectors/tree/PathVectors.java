package org.safehand.custody.vectors.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Resource paths of tlog-tiles, each in its one spelling. */
public final class PathVectors implements VectorKind {
  private static final String NOT_FOUND = "not-found";
  private static final String PATH = "path";

  @Override
  public String name() {
    return "path";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    String path = vector.text(PATH);
    Optional<TileId> tile = TileId.ofPath(path);
    Optional<BundleId> bundle = BundleId.ofPath(path);
    assertThat(tile.isPresent() && bundle.isPresent()).isFalse();
    if (tile.isPresent()) {
      TileId id =
          new TileId(
              (int) vector.number("level"), vector.number("index"), (int) vector.number("width"));
      assertThat(tile).contains(id);
      assertThat(id.path()).isEqualTo(path);
      return Vector.OK;
    }
    if (bundle.isPresent()) {
      BundleId id = new BundleId(vector.number("index"), (int) vector.number("width"));
      assertThat(bundle).contains(id);
      assertThat(id.path()).isEqualTo(path);
      return Vector.OK;
    }
    return NOT_FOUND;
  }

  @Override
  public void make(Suite suite) {
    tile(suite, "first", "tile/0/000", 0, 0, 256);
    tile(suite, "partial", "tile/0/000.p/1", 0, 0, 1);
    tile(suite, "widest-partial", "tile/1/999.p/255", 1, 999, 255);
    tile(suite, "thousand", "tile/0/x001/000", 0, 1000, 256);
    tile(suite, "of-the-standard", "tile/0/x001/x234/067.p/8", 0, 1_234_067, 8);
    tile(suite, "highest-level", "tile/7/000.p/3", 7, 0, 3);
    tile(suite, "beyond-32-bits", "tile/0/x004/x294/x967/296", 0, 4_294_967_296L, 256);
    bundle(suite, "first", "tile/entries/000", 0, 256);
    bundle(suite, "partial", "tile/entries/x012/345.p/67", 12_345, 67);
    String[][] refused = {
      {"two-digits", "tile/0/00", "an index of two digits"},
      {"four-digits", "tile/0/0000", "an index of four digits"},
      {"leading-group", "tile/0/x000/001", "a leading group of zeroes"},
      {"group-without-x", "tile/0/001/234", "a group without its x"},
      {"last-with-x", "tile/0/x001", "an x before the last group"},
      {"capital-x", "tile/0/X001/234", "a capital x"},
      {"width-0", "tile/0/000.p/0", "a partial tile without hashes"},
      {"width-256", "tile/0/000.p/256", "a full tile as a partial one"},
      {"width-257", "tile/0/000.p/257", "a tile wider than full"},
      {"width-leading-zero", "tile/0/000.p/01", "a width with a leading zero"},
      {"width-missing", "tile/0/000.p", "the folder of partial tiles"},
      {"width-empty", "tile/0/000.p/", "no width"},
      {"level-8", "tile/8/000", "a level that no tree here reaches"},
      {"level-leading-zero", "tile/00/000", "a level with a leading zero"},
      {"level-missing", "tile/000", "no level"},
      {"slash-before", "/tile/0/000", "a slash before"},
      {"slash-after", "tile/0/000/", "a slash after"},
      {"two-slashes", "tile//0/000", "two slashes"},
      {"dots", "tile/0/../0/000", "a step up"},
      {"newline", "tile/0/000\n", "a newline after"},
      {"other-digits", "tile/0/\u0660\u0660\u0660", "digits of another script"},
      {"bundle-width-256", "tile/entries/000.p/256", "a full bundle as a partial one"},
      {"bundle-leading-group", "tile/entries/x000/001", "a leading group of zeroes"},
      {"bundle-capital", "tile/Entries/000", "a capital letter"},
      {"checkpoint", "checkpoint", "no tile"},
      {"six-groups", "tile/0/x001/x001/x001/x001/x001/x001/001", "an index beyond 63 bits"}
    };
    for (String[] path : refused) {
      suite.put(path[0], Vector.refused(NOT_FOUND, path[2]).with(PATH, path[1]));
    }
  }

  private static void tile(
      Suite suite, String name, String path, int level, long index, int width) {
    suite.put(
        "ok-tile-" + name,
        Vector.ok("a tile of hashes")
            .with(PATH, path)
            .with("level", level)
            .with("index", index)
            .with("width", width));
  }

  private static void bundle(Suite suite, String name, String path, long index, int width) {
    suite.put(
        "ok-bundle-" + name,
        Vector.ok("a bundle of entries")
            .with(PATH, path)
            .with("index", index)
            .with("width", width));
  }
}
