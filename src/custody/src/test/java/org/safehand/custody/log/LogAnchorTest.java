package org.safehand.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.anchor.VerifiedAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.timestamp.TestAuthority;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;

/** Time-stamped checkpoints in an exported log. */
class LogAnchorTest {
  private static final Instant TIME = Instant.parse("2026-11-24T10:00:00Z");
  private static final String FOLDER = "anchor/00000000000000000003/";

  private final Trust trust = LogFixture.trust();
  private final Path temp;

  LogAnchorTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 511, 512, 600})
  void anchorOfAnEarlierOrTheSameSize_verified(int size) throws Exception {
    VerifiedLog log = LogVerifier.verify(export(600, anchor(size)), trust);
    assertThat(log.anchors()).containsExactly(new VerifiedAnchor(size, TIME));
  }

  @Test
  void severalAnchors_areAllVerified() throws Exception {
    VerifiedLog log = LogVerifier.verify(export(5, anchor(4), anchor(0), anchor(2)), trust);
    assertThat(log.anchors()).extracting(VerifiedAnchor::size).containsExactly(0L, 2L, 4L);
    assertThat(log.files()).isEqualTo(3 + 6);
  }

  @Test
  void everyBitOfAnAnchor_refusedNamingTheFile() throws Exception {
    Path folder = export(5, anchor(3));
    int bits = 0;
    for (String name : List.of(FOLDER + "checkpoint", FOLDER + "token.tsr")) {
      Path file = folder.resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int bit = 0; bit < good.length * 8; bit++) {
        byte[] changed = good.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, changed);
        assertThatThrownBy(() -> LogVerifier.verify(folder, trust))
            .as("bit %d of %s", bit, name)
            .isInstanceOfSatisfying(LogException.class, e -> assertThat(e.place()).isEqualTo(name));
        bits++;
      }
      for (int length : new int[] {good.length + 1, good.length - 1, 0}) {
        Files.write(file, Arrays.copyOf(good, length));
        assertThatThrownBy(() -> LogVerifier.verify(folder, trust))
            .isInstanceOfSatisfying(LogException.class, e -> assertThat(e.place()).isEqualTo(name));
      }
      Files.write(file, good);
    }
    assertThat(bits).isGreaterThan(6_000);
  }

  @Test
  void oneFileOfAnAnchor_refused() throws Exception {
    for (String name : List.of("checkpoint", "token.tsr")) {
      Path folder = export(5, anchor(3));
      Files.delete(folder.resolve(FOLDER + name));
      assertRefused(folder, LogFault.FILE_MISSING, FOLDER + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anchor/readme",
        "anchor/3",
        "anchor/0000000000000000003",
        "anchor/99999999999999999999",
        "anchor/00000000000000000003/more",
        "anchor/00000000000000000004 "
      })
  void anythingElseBesideAnAnchor_refused(String extra) throws Exception {
    Path folder = export(5, anchor(3));
    Files.write(folder.resolve(extra), new byte[1]);
    assertRefused(folder, LogFault.FILE_UNEXPECTED, extra);
  }

  @Test
  void folderForAnchorsWithoutOne_refused() throws Exception {
    Path folder = export(5);
    Files.createDirectory(folder.resolve("anchor"));
    assertRefused(folder, LogFault.FILE_UNEXPECTED, "anchor");
  }

  @Test
  void checkpointOfAStrangerOrAnotherLog_refused() throws Exception {
    LogKey stranger = LogKey.generate("example.org/log", new SecureRandom());
    Checkpoint three = new PrefixLog(3).checkpoint();
    for (SignedNote note :
        List.of(
            stranger.sign(three),
            LogFixture.KEY.sign(new Checkpoint("example.org/x", 3, three.root())))) {
      assertRefused(export(5, stamped(note)), LogFault.ANCHOR_CHECKPOINT, FOLDER + "checkpoint");
    }
  }

  @Test
  void rootThatIsNotThatOfTheFirstEntries_refused() throws Exception {
    SignedNote other =
        LogFixture.KEY.sign(new Checkpoint("example.org/log", 3, Digest.of(new byte[1])));
    assertRefused(export(5, stamped(other)), LogFault.ANCHOR_ROOT, FOLDER + "checkpoint");
    SignedNote empty =
        LogFixture.KEY.sign(new Checkpoint("example.org/log", 0, Digest.of(new byte[1])));
    assertRefused(
        export(5, stamped(empty)), LogFault.ANCHOR_ROOT, "anchor/00000000000000000000/checkpoint");
  }

  @Test
  void anchorOfALargerLog_orUnderAnotherName_refused() throws Exception {
    assertRefused(
        export(5, anchor(6)), LogFault.ANCHOR_SIZE, "anchor/00000000000000000006/checkpoint");
    Path folder = export(5, anchor(3));
    Files.move(
        folder.resolve("anchor/00000000000000000003"),
        folder.resolve("anchor/00000000000000000004"),
        StandardCopyOption.ATOMIC_MOVE);
    assertRefused(folder, LogFault.ANCHOR_SIZE, "anchor/00000000000000000004/checkpoint");
  }

  @Test
  void tokenOverOtherBytes_orOfAForeignAuthority_refused() throws Exception {
    SignedNote note = new PrefixLog(3).note();
    LogAnchor other =
        new LogAnchor(note, token(Trusts.authority(), LogAnchor.stamped(new PrefixLog(2).note())));
    LogAnchor foreign = new LogAnchor(note, token(new TestAuthority(), LogAnchor.stamped(note)));
    for (LogAnchor anchor : List.of(other, foreign)) {
      assertRefused(export(5, anchor), LogFault.ANCHOR_TOKEN, FOLDER + "token.tsr");
    }
  }

  @Test
  void entryChangedBeforeAnAnchor_isStillNamedAsTheEntry() throws Exception {
    Path folder = export(300, anchor(270));
    Path file = folder.resolve("tile/entries/001.p/44");
    byte[] bytes = Files.readAllBytes(file);
    int digit = 3 * 242 + 2 + 177;
    bytes[digit] = (byte) (bytes[digit] == '0' ? '1' : '0');
    Files.write(file, bytes);
    assertRefused(folder, LogFault.LEAF_HASH, "tile/entries/001.p/44 entry 3 (leaf 259)");
  }

  private int exports;

  private Path export(int size, LogAnchor... anchors) throws IOException, NoteException {
    Path folder = temp.resolve("log-" + exports++);
    PrefixLog log = new PrefixLog(size);
    new LogExport(log.tiles()).write(log.note(), List.of(anchors), folder);
    return folder;
  }

  private static LogAnchor anchor(int size) throws TimeStampException {
    return stamped(new PrefixLog(size).note());
  }

  private static LogAnchor stamped(SignedNote note) throws TimeStampException {
    return new LogAnchor(note, token(Trusts.authority(), LogAnchor.stamped(note)));
  }

  private static TimeStampToken token(TestAuthority authority, Digest digest)
      throws TimeStampException {
    return TimeStampToken.parse(authority.stamp(digest, TIME));
  }

  private void assertRefused(Path folder, LogFault fault, String place) {
    assertThatThrownBy(() -> LogVerifier.verify(folder, trust))
        .isInstanceOfSatisfying(
            LogException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.place()).isEqualTo(place);
            });
  }
}
