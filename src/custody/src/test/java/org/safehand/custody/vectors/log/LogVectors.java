package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Whole exported logs. */
public final class LogVectors implements VectorKind {
  private static final String CHECKPOINT = "checkpoint";
  private static final String ENTRIES = "tile/entries/";
  private static final String SMALL = "ok-worked-example";
  private static final String LARGE = "ok-two-levels";
  private static final int LENGTH = 242;
  private static final SampleLog THREE = new SampleLog(3);

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException {
    FileSet files = FileSet.of(vector, suite);
    try (Scratch scratch = new Scratch()) {
      files.writeTo(scratch.folder());
      VerifiedLog log = LogVerifier.verify(scratch.folder(), Policy.of(vector));
      assertThat(log.checkpoint().size()).isEqualTo(vector.number("size"));
      assertThat(log.checkpoint().root()).isEqualTo(vector.hash("root"));
      assertThat(log.files()).isEqualTo(vector.number("files"));
      assertThat(log.signers()).isEqualTo(vector.texts("signer"));
      return Vector.OK;
    } catch (LogException e) {
      assertThat(e.place()).isEqualTo(vector.at());
      return e.fault().code();
    }
  }

  @Override
  public void make(Suite suite) throws IOException {
    ok(suite, "worked-example", Policy.LOG, THREE, "three entries: checkpoint, tile, bundle");
    ok(suite, "empty", Policy.LOG, new SampleLog(0), "no entry: the checkpoint alone");
    ok(suite, "one", Policy.LOG, new SampleLog(1), "one entry");
    ok(
        suite,
        "full-bundle",
        Policy.LOG,
        new SampleLog(256),
        "256 entries: a full tile, and one up");
    ok(suite, "two-levels", Policy.LOG, new SampleLog(300), "300 entries: tiles on two levels");
    ok(suite, "witnessed", Policy.WITNESSED, THREE, "a witness cosigned", TestKey.WITNESS);
    makeEntries(suite);
    makeTiles(suite);
    makeFiles(suite);
    makeCheckpoints(suite);
    makeRewritten(suite);
  }

  private static void ok(
      Suite suite, String name, Policy policy, SampleLog log, String shows, TestKey... more)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(CHECKPOINT, log.checkpoint(more).getBytes(UTF_8));
    files.putAll(log.files());
    Vector vector = policy.in(Vector.ok(shows));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      vector = FileSet.put(vector, file.getKey(), file.getValue());
    }
    String[] lines = log.text().split("\n", -1);
    vector =
        vector
            .with("size", lines[1])
            .with("root", lines[2])
            .with("files", files.size())
            .with("signer", TestKey.ORIGIN);
    for (TestKey key : more) {
      vector = vector.with("signer", key.name());
    }
    suite.put("ok-" + name, vector);
  }

  private static Vector from(String base, LogFault fault, String at, String shows) {
    return Policy.LOG.in(Vector.refused(fault.code(), shows)).at(at).with("base", base);
  }

  private static Vector small(LogFault fault, String at, String shows) {
    return from(SMALL, fault, at, shows);
  }

  /** One byte of the file {@code path} with its lowest bit turned. */
  private static void flip(
      Suite suite, String name, String base, LogFault fault, String path, int at, String where) {
    byte[] file = FileSet.of(suite.get(base), suite).get(path);
    suite.put(
        name,
        FileSet.set(
            from(base, fault, path + where, "one bit, byte " + at + " of " + path),
            path,
            at,
            file[at] ^ 1));
  }

  private static void makeEntries(Suite suite) {
    String bundle = ENTRIES + "000.p/3";
    flip(
        suite,
        "entry-second",
        SMALL,
        LogFault.LEAF_HASH,
        bundle,
        2 * LENGTH - 63,
        " entry 1 (leaf 1)");
    flip(suite, "entry-hash", SMALL, LogFault.LEAF_HASH, bundle, 2 + 10, " entry 0 (leaf 0)");
    flip(suite, "entry-brace", SMALL, LogFault.LEAF_MALFORMED, bundle, 2, " entry 0 (leaf 0)");
    flip(
        suite,
        "entry-version",
        SMALL,
        LogFault.LEAF_MALFORMED,
        bundle,
        3 * LENGTH - 2,
        " entry 2 (leaf 2)");
    flip(suite, "entry-length", SMALL, LogFault.ENTRIES_MALFORMED, bundle, 1, "");
    flip(suite, "entry-length-high", SMALL, LogFault.ENTRIES_MALFORMED, bundle, 0, "");
    flip(suite, "last-entry-length", SMALL, LogFault.ENTRIES_MALFORMED, bundle, 2 * LENGTH + 1, "");
    suite.put(
        "entries-too-few",
        FileSet.set(
            FileSet.set(
                small(
                    LogFault.ENTRIES_MALFORMED,
                    bundle,
                    "the second entry takes the place of the third"),
                bundle,
                LENGTH,
                1),
            bundle,
            LENGTH + 1,
            2 * LENGTH - 2));
    String second = ENTRIES + "001.p/44";
    flip(
        suite,
        "entry-259",
        LARGE,
        LogFault.LEAF_HASH,
        second,
        3 * LENGTH + 2 + 177,
        " entry 3 (leaf 259)");
    flip(
        suite,
        "entry-299",
        LARGE,
        LogFault.LEAF_HASH,
        second,
        44 * LENGTH - 20,
        " entry 43 (leaf 299)");
    flip(
        suite,
        "entry-255",
        LARGE,
        LogFault.LEAF_HASH,
        ENTRIES + "000",
        256 * LENGTH - 20,
        " entry 255 (leaf 255)");
    flip(
        suite,
        "entry-258-malformed",
        LARGE,
        LogFault.LEAF_MALFORMED,
        second,
        2 * LENGTH + 2,
        " entry 2 (leaf 258)");
  }

  private static void makeTiles(Suite suite) {
    flip(suite, "tile-first-hash", SMALL, LogFault.TILE_HASH, "tile/0/000.p/3", 0, " hash 0");
    flip(suite, "tile-last-byte", SMALL, LogFault.TILE_HASH, "tile/0/000.p/3", 95, " hash 2");
    flip(suite, "tile-full", LARGE, LogFault.TILE_HASH, "tile/0/000", 8000, " hash 250");
    flip(suite, "tile-partial", LARGE, LogFault.TILE_HASH, "tile/0/001.p/44", 44, " hash 1");
    flip(suite, "tile-level-1", LARGE, LogFault.TILE_HASH, "tile/1/000.p/1", 31, " hash 0");
    FileSet files = FileSet.of(suite.get(SMALL), suite);
    for (String path : List.of("tile/0/000.p/3", ENTRIES + "000.p/3")) {
      LogFault fault = path.startsWith(ENTRIES) ? LogFault.ENTRIES_MALFORMED : LogFault.TILE_LENGTH;
      String what = path.startsWith(ENTRIES) ? "bundle" : "tile";
      byte[] good = files.get(path);
      length(suite, what + "-cut", fault, path, Arrays.copyOf(good, good.length - 1));
      length(suite, what + "-longer", fault, path, Arrays.copyOf(good, good.length + 1));
      length(suite, what + "-empty", fault, path, new byte[0]);
    }
    byte[] bundle = files.get(ENTRIES + "000.p/3");
    byte[] shorter = Arrays.copyOf(bundle, bundle.length);
    shorter[1]--;
    shorter[LENGTH - 1] = 0;
    shorter[LENGTH] = (byte) (LENGTH - 1);
    suite.put(
        "bundle-lengths-shifted",
        FileSet.put(
            small(
                LogFault.LEAF_MALFORMED,
                ENTRIES + "000.p/3 entry 0 (leaf 0)",
                "lengths that add up, of a shorter and a longer entry"),
            ENTRIES + "000.p/3",
            shorter));
  }

  private static void length(Suite suite, String name, LogFault fault, String path, byte[] bytes) {
    suite.put(
        name, FileSet.put(small(fault, path, "a file of another length or shape"), path, bytes));
  }

  private static void makeFiles(Suite suite) {
    for (String path :
        List.of("tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", ENTRIES + "000")) {
      suite.put(
          "missing-" + path.replaceAll("[/.]", "-"),
          from(LARGE, LogFault.FILE_MISSING, path, "a file that is not there")
              .with("no-file", path));
    }
    suite.put(
        "missing-checkpoint",
        small(LogFault.FILE_MISSING, CHECKPOINT, "no checkpoint").with("no-file", CHECKPOINT));
    String[][] extra = {
      {"readme", "README", "README"},
      {"narrower-tile", "tile/0/000.p/2", "tile/0/000.p/2"},
      {"wider-tile", "tile/0/000.p/4", "tile/0/000.p/4"},
      {"full-tile", "tile/0/000", "tile/0/000"},
      {"next-tile", "tile/0/001.p/1", "tile/0/001.p"},
      {"next-level", "tile/1/000.p/1", "tile/1"},
      {"narrower-bundle", ENTRIES + "000.p/2", ENTRIES + "000.p/2"},
      {"hidden-file", "tile/0/.000.swp", "tile/0/.000.swp"}
    };
    for (String[] file : extra) {
      suite.put(
          "unexpected-" + file[0],
          FileSet.put(
              small(LogFault.FILE_UNEXPECTED, file[2], "a file that the size does not ask for"),
              file[1],
              new byte[32]));
    }
  }

  private static void checkpoint(
      Suite suite, String name, LogFault fault, String note, String shows) {
    suite.put(
        "checkpoint-" + name,
        FileSet.put(small(fault, CHECKPOINT, shows), CHECKPOINT, note.getBytes(UTF_8)));
  }

  private static void makeCheckpoints(Suite suite) {
    String good = THREE.checkpoint();
    checkpoint(
        suite, "newline-after", LogFault.CHECKPOINT_MALFORMED, good + "\n", "a newline more");
    checkpoint(
        suite,
        "unknown-line",
        LogFault.CHECKPOINT_UNKNOWN_SIGNER,
        good + TestKey.STRANGER.line(THREE.text()),
        "a line of a stranger");
    checkpoint(
        suite,
        "size-altered",
        LogFault.CHECKPOINT_SIGNATURE,
        good.replace("\n3\n", "\n2\n"),
        "another size than was signed");
    String other = THREE.text().replace(TestKey.ORIGIN, "example.org");
    checkpoint(
        suite,
        "of-another-log",
        LogFault.CHECKPOINT_ORIGIN,
        other + "\n" + TestKey.LOG.line(other),
        "another origin");
    suite.put(
        "checkpoint-no-witness",
        Policy.WITNESSED
            .in(Vector.refused(LogFault.CHECKPOINT_QUORUM.code(), "one witness is asked"))
            .at(CHECKPOINT)
            .with("base", SMALL));
    suite.put(
        "checkpoint-of-witness-alone",
        FileSet.put(
            Policy.WITNESSED
                .in(Vector.refused(LogFault.CHECKPOINT_UNSIGNED.code(), "the log did not sign"))
                .at(CHECKPOINT)
                .with("base", SMALL),
            CHECKPOINT,
            (THREE.text() + "\n" + TestKey.WITNESS.line(THREE.text())).getBytes(UTF_8)));
  }

  /** Logs that agree with themselves, under a checkpoint of the log that is not theirs. */
  private static void makeRewritten(Suite suite) throws IOException {
    SampleLog swapped = new SampleLog(3, i -> Parts.leaf(i == 0 ? 0 : 3 - i));
    rewritten(suite, "swapped", swapped, THREE.checkpoint(), "two entries in the other order");
    SampleLog altered = new SampleLog(3, i -> Parts.leaf(i == 1 ? 99 : i));
    rewritten(suite, "altered", altered, THREE.checkpoint(), "another entry, and the tiles to it");
    SampleLog repeated = new SampleLog(3, i -> Parts.leaf(Math.min(i, 1)));
    rewritten(suite, "repeated", repeated, THREE.checkpoint(), "an entry twice, and one dropped");
    String text = new SampleLog(2).text().replace("\n2\n", "\n3\n");
    rewritten(
        suite,
        "root-of-less",
        THREE,
        text + "\n" + TestKey.LOG.line(text),
        "a signed root of two entries with a size of three");
    String none =
        new SampleLog(0)
            .text()
            .replaceFirst("\n.{44}\n", "\n" + CheckpointVectors.ROOT.base64() + "\n");
    suite.put(
        "rewritten-empty",
        FileSet.put(
            Policy.LOG
                .in(Vector.refused(LogFault.ROOT.code(), "an empty log with another root"))
                .at(CHECKPOINT),
            CHECKPOINT,
            (none + "\n" + TestKey.LOG.line(none)).getBytes(UTF_8)));
    suite.put(
        "cut-off",
        FileSet.put(
            small(LogFault.FILE_MISSING, "tile/0/000.p/2", "a good checkpoint of two entries"),
            CHECKPOINT,
            new SampleLog(2).checkpoint().getBytes(UTF_8)));
  }

  private static void rewritten(
      Suite suite, String name, SampleLog log, String checkpoint, String shows) throws IOException {
    Vector vector = Policy.LOG.in(Vector.refused(LogFault.ROOT.code(), shows)).at(CHECKPOINT);
    vector = FileSet.put(vector, CHECKPOINT, checkpoint.getBytes(UTF_8));
    for (Map.Entry<String, byte[]> file : log.files().entrySet()) {
      vector = FileSet.put(vector, file.getKey(), file.getValue());
    }
    suite.put("rewritten-" + name, vector);
  }
}
