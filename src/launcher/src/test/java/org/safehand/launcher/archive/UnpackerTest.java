package org.safehand.launcher.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.fault.LaunchException;

class UnpackerTest {
  private final Path temporary;

  UnpackerTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void zip_unpacked_losesItsTopFolderAndKeepsWhatIsExecutable() throws IOException {
    Path into = Files.createDirectory(temporary.resolve("into"));
    Unpacker.zip(zip("server-1/bin/run.sh", 0755, "server-1/docs/readme", 0644), into);
    assertThat(into.resolve("bin/run.sh")).isExecutable().hasContent("x");
    assertThat(Files.isExecutable(into.resolve("docs/readme"))).isFalse();
  }

  @Test
  void zip_withAnEntryAboveItsFolder_isRefused() throws IOException {
    Path into = Files.createDirectories(temporary.resolve("deep/into"));
    Path zip = zip("server-1/../../evil", 0644, "server-1/good", 0644);
    assertThatIOException()
        .isThrownBy(() -> Unpacker.zip(zip, into))
        .withMessageContaining("leaves its folder");
    assertThat(temporary.resolve("deep/evil")).doesNotExist();
    assertThat(temporary.resolve("evil")).doesNotExist();
  }

  @Test
  void folder_whoseFillingFails_neverAppearsUnderItsName() throws Exception {
    ServerFolder servers = new ServerFolder(temporary.resolve("servers"));
    assertThatIOException()
        .isThrownBy(
            () ->
                servers.unpacked(
                    "one",
                    folder -> {
                      Files.writeString(folder.resolve("half"), "x");
                      throw new IOException("disk full");
                    }));
    assertThat(temporary.resolve("servers/one")).doesNotExist();
    Path filled = servers.unpacked("one", UnpackerTest::fill);
    assertThat(filled.resolve("half")).doesNotExist();
    assertThat(filled.resolve("whole")).hasContent("x");
  }

  @Test
  void folder_alreadyFilled_isNotFilledAgain() throws Exception {
    ServerFolder servers = new ServerFolder(temporary.resolve("servers"));
    Path first = servers.unpacked("one", UnpackerTest::fill);
    Path second =
        servers.unpacked(
            "one",
            folder -> {
              throw new IOException("filled twice");
            });
    assertThat(second).isEqualTo(first);
  }

  private static void fill(Path folder) throws IOException, LaunchException {
    Files.writeString(folder.resolve("whole"), "x");
  }

  private Path zip(String first, int firstMode, String second, int secondMode) throws IOException {
    Path file = temporary.resolve("archive.zip");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      entry(zip, first, firstMode);
      entry(zip, second, secondMode);
    }
    return file;
  }

  private static void entry(ZipArchiveOutputStream zip, String name, int mode) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(mode);
    zip.putArchiveEntry(entry);
    zip.write("x".getBytes(UTF_8));
    zip.closeArchiveEntry();
  }
}
