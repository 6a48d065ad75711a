package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.Trust;

class LogVerifierTest {
  private final Trust trust = LogFixture.trust();

  private final Path temp;

  LogVerifierTest(@TempDir Path temp) {
    this.temp = temp;
  }

  private Path export(int size) throws IOException, NoteException {
    Path folder = temp.resolve("log-" + size);
    new LogFixture(size).export(folder);
    return folder;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void assertRefused(Path folder, LogFault fault, String place) {
    assertThatThrownBy(() -> LogVerifier.verify(folder, trust))
        .isInstanceOfSatisfying(
            LogException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.place()).isEqualTo(place);
            })
        .hasMessageStartingWith(fault.code() + ": " + place + ": expected ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 255, 256, 257, 300, 65_536, 65_900})
  void untouchedExport_verified(int size) throws IOException, NoteException, LogException {
    Path folder = export(size);
    VerifiedLog log = LogVerifier.verify(folder, trust);
    assertThat(log.checkpoint().size()).isEqualTo(size);
    assertThat(log.signers()).containsExactly("example.org/log");
    assertThat(log.files()).isEqualTo(files(folder).size());
  }

  @Test
  void everyBitOfEveryFileOfASmallLog_refusedNamingTheFile() throws IOException, NoteException {
    Path folder = export(5);
    int bits = 0;
    for (Path file : files(folder)) {
      byte[] good = Files.readAllBytes(file);
      String name = folder.relativize(file).toString();
      for (int bit = 0; bit < good.length * 8; bit++) {
        flipAndAssertRefused(folder, file, name, good, bit);
        bits++;
      }
      Files.write(file, good);
    }
    assertThat(bits).isGreaterThan(12_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 65_900})
  void randomBitsOfALargerLog_refusedNamingTheFile(int size) throws IOException, NoteException {
    Path folder = export(size);
    Random random = new Random(size);
    List<Path> files = files(folder);
    List<Path> small = files.stream().filter(f -> f.toFile().length() < 5_000).toList();
    for (int round = 0; round < (size < 1000 ? 120 : 40); round++) {
      List<Path> from = round % 2 == 0 ? small : files;
      Path file = from.get(random.nextInt(from.size()));
      byte[] good = Files.readAllBytes(file);
      int bit = random.nextInt(good.length * 8);
      flipAndAssertRefused(folder, file, folder.relativize(file).toString(), good, bit);
      Files.write(file, good);
    }
  }

  @Test
  void oneBitOnEachTileLevel_refusedNamingTheTile() throws IOException, NoteException {
    Path folder = export(65_900);
    for (String tile :
        List.of(
            "tile/0/000",
            "tile/0/255",
            "tile/0/257.p/108",
            "tile/1/000",
            "tile/1/001.p/1",
            "tile/2/000.p/1")) {
      Path file = folder.resolve(tile);
      byte[] good = Files.readAllBytes(file);
      byte[] changed = good.clone();
      changed[changed.length - 1] ^= 1;
      Files.write(file, changed);
      assertRefused(folder, LogFault.TILE_HASH, tile + " hash " + (good.length / 32 - 1));
      Files.write(file, good);
    }
  }

  private void flipAndAssertRefused(Path folder, Path file, String name, byte[] good, int bit)
      throws IOException {
    byte[] changed = good.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, changed);
    assertThatThrownBy(() -> LogVerifier.verify(folder, trust))
        .as("bit %d of %s", bit, name)
        .isInstanceOfSatisfying(LogException.class, e -> assertThat(e.place()).startsWith(name));
  }

  @Test
  void changedEntryWithFittingTiles_refusedAtTheRoot() throws IOException, NoteException {
    Path folder = export(300);
    LogFixture other = new LogFixture(300);
    Path forged = temp.resolve("forged");
    other.export(forged);
    Files.copy(
        folder.resolve("checkpoint"),
        forged.resolve("checkpoint"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused(forged, LogFault.ROOT, "checkpoint");
  }

  @Test
  void changedEntry_refusedNamingTheLeaf() throws IOException, NoteException {
    Path folder = export(300);
    Path file = folder.resolve("tile/entries/001.p/44");
    byte[] bytes = Files.readAllBytes(file);
    int digit = 3 * 242 + 2 + 177;
    bytes[digit] = (byte) (bytes[digit] == '0' ? '1' : '0');
    Files.write(file, bytes);
    assertRefused(folder, LogFault.LEAF_HASH, "tile/entries/001.p/44 entry 3 (leaf 259)");
    bytes[3 * 242 + 2] = ' ';
    Files.write(file, bytes);
    assertRefused(folder, LogFault.LEAF_MALFORMED, "tile/entries/001.p/44 entry 3 (leaf 259)");
  }

  @ParameterizedTest
  @CsvSource({
    "readme, readme",
    "checkpoint.p, checkpoint.p",
    ".hidden, .hidden",
    "tile/0/000, tile/0/000",
    "tile/0/000.p/4, tile/0/000.p/4",
    "tile/0/001.p/1, tile/0/001.p",
    "tile/1/000.p/1, tile/1",
    "tile/entries/000, tile/entries/000",
    "tile/entries/000.p/4, tile/entries/000.p/4"
  })
  void extraFile_refused(String extra, String place) throws IOException, NoteException {
    Path folder = export(5);
    Path file = folder.resolve(extra);
    Files.createDirectories(requireNonNull(file.getParent(), "it has a parent"));
    Files.write(file, new byte[32]);
    assertRefused(folder, LogFault.FILE_UNEXPECTED, place);
  }

  @Test
  void extraFolder_refused() throws IOException, NoteException {
    Path folder = export(5);
    Files.createDirectories(folder.resolve("tile/9"));
    assertRefused(folder, LogFault.FILE_UNEXPECTED, "tile/9");
  }

  @Test
  void linkInsteadOfFile_refused() throws IOException, NoteException {
    Path folder = export(5);
    Path tile = folder.resolve("tile/0/000.p/5");
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(tile, elsewhere);
    Files.createSymbolicLink(tile, elsewhere);
    assertThatThrownBy(() -> LogVerifier.verify(folder, trust)).isInstanceOf(LogException.class);
  }

  @Test
  void missingFiles_refused() throws IOException, NoteException {
    Path folder = export(300);
    for (Path file : files(folder)) {
      byte[] good = Files.readAllBytes(file);
      Files.delete(file);
      assertRefused(folder, LogFault.FILE_MISSING, folder.relativize(file).toString());
      Files.write(file, good);
    }
  }

  @Test
  void trailingOrMissingByteInAnyFile_refused() throws IOException, NoteException {
    Path folder = export(300);
    for (Path file : files(folder)) {
      byte[] good = Files.readAllBytes(file);
      for (int length : new int[] {good.length + 1, good.length - 1, 0}) {
        Files.write(file, Arrays.copyOf(good, length));
        assertThatThrownBy(() -> LogVerifier.verify(folder, trust))
            .as("%s cut or padded to %d", file, length)
            .isInstanceOfSatisfying(
                LogException.class,
                e -> assertThat(e.place()).startsWith(folder.relativize(file).toString()));
      }
      Files.write(file, good);
    }
  }

  @Test
  void checkpointOfStrangerOrOtherSize_refused() throws IOException, NoteException {
    Path folder = export(5);
    Path checkpoint = folder.resolve("checkpoint");
    LogKey stranger = LogKey.generate("example.org/log", new SecureRandom());
    Checkpoint five = Checkpoint.of(new LogFixture(5).note());
    Files.write(checkpoint, stranger.sign(five).bytes());
    assertRefused(folder, LogFault.CHECKPOINT_UNKNOWN_SIGNER, "checkpoint");
    Files.write(checkpoint, LogFixture.KEY.sign(five).bytes());
    assertRefused(folder, LogFault.ROOT, "checkpoint");
    Files.write(
        checkpoint, LogFixture.KEY.sign(new Checkpoint("example.org/log", 4, Digest.of())).bytes());
    assertRefused(folder, LogFault.FILE_MISSING, "tile/0/000.p/4");
    Files.write(
        checkpoint, LogFixture.KEY.sign(new Checkpoint("example.org/x", 5, Digest.of())).bytes());
    assertRefused(folder, LogFault.CHECKPOINT_ORIGIN, "checkpoint");
  }

  @Test
  void emptyLog_rootOfNothing() throws IOException, NoteException, LogException {
    Path folder = export(0);
    assertThat(files(folder)).hasSize(1);
    assertThat(LogVerifier.verify(folder, trust).checkpoint().root())
        .isEqualTo(new TreeWriter().root());
    Files.write(
        folder.resolve("checkpoint"),
        LogFixture.KEY.sign(new Checkpoint("example.org/log", 0, Digest.of(new byte[1]))).bytes());
    assertRefused(folder, LogFault.ROOT, "checkpoint");
  }

  @Test
  void exportIntoFolderWithFiles_refused() throws IOException, NoteException {
    Path folder = export(1);
    assertThatThrownBy(() -> new LogFixture(1).export(folder)).isInstanceOf(IOException.class);
  }
}
