package org.safehand.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurableFolderTest {
  private static final Path NAME = Path.of("ab", "case", "00000");
  private static final byte[] CONTENT = "sixteen bytes ok".getBytes(UTF_8);

  private final Path root;
  private final FaultyFiles files = new FaultyFiles();
  private final DurableFolder folder;

  DurableFolderTest(@TempDir Path root) throws IOException {
    this.root = root;
    folder = new DurableFolder(root, files);
  }

  @Test
  void write_always_isReadBackWhole() throws IOException {
    folder.write(NAME, content());

    try (var in = folder.open(NAME)) {
      assertThat(in).hasBinaryContent(CONTENT);
    }
    assertThat(Files.getPosixFilePermissions(root.resolve(NAME)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void write_always_forcesFileBeforeNameAndNameBeforeReturning() throws IOException {
    folder.write(Path.of("ab", "case", "00001"), content());
    files.failAt(Integer.MAX_VALUE, false);

    folder.write(NAME, content());

    assertThat(files.calls())
        .containsExactly("create", "write", "force", "rename", "forceDirectory");
  }

  @Test
  void write_overAnExistingFile_isRefusedAndKeepsTheFirst() throws IOException {
    folder.write(NAME, content());

    assertThatThrownBy(() -> folder.write(NAME, ByteBuffer.allocate(4)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(root.resolve(NAME)).hasBinaryContent(CONTENT);
  }

  @ParameterizedTest
  @CsvSource({"1,false", "2,false", "2,true", "3,false", "4,false"})
  void write_whenAStepBeforeTheNameFails_leavesNoFile(int call, boolean cutting)
      throws IOException {
    folder.write(Path.of("ab", "case", "00001"), content());
    files.failAt(call, cutting);

    assertThatThrownBy(() -> folder.write(NAME, content())).isInstanceOf(IOException.class);

    assertThat(root.resolve(NAME)).doesNotExist();
    assertThat(root.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void write_whenTheDirectoryCannotBeForced_isNotReportedAsStored() throws IOException {
    folder.write(Path.of("ab", "case", "00001"), content());
    files.failAt(5, false);

    assertThatThrownBy(() -> folder.write(NAME, content())).isInstanceOf(IOException.class);

    assertThat(root.resolve(NAME)).as("an orphan, whole").hasBinaryContent(CONTENT);
  }

  @Test
  void sweep_afterACrash_removesOldOrphansOnly() throws IOException {
    folder.write(NAME, content());
    Path orphan = Files.write(root.resolve("incoming").resolve("half-written"), CONTENT);
    Instant crash = Files.getLastModifiedTime(orphan).toInstant();

    assertThat(folder.sweep(crash)).as("perhaps being written by another node").isZero();
    assertThat(folder.sweep(crash.plusMillis(1))).isEqualTo(1);

    assertThat(root.resolve("incoming")).isEmptyDirectory();
    assertThat(root.resolve(NAME)).exists();
  }

  @Test
  void remove_twice_isNoError() throws IOException {
    folder.write(NAME, content());

    folder.remove(NAME);
    folder.remove(NAME);

    assertThat(root.resolve(NAME)).doesNotExist();
  }

  @Test
  void name_outsideTheFolder_isRefused() {
    assertThatThrownBy(() -> folder.write(Path.of("..", "elsewhere"), content()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> folder.open(Path.of("incoming", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuffer content() {
    return ByteBuffer.wrap(CONTENT);
  }
}
