package org.safehand.packaging.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.packaging.fault.PackageException;

/** Containers beyond what 16 and 32 bits count; their contents are holes in a sparse file. */
class StoredZipTest {
  private static final long LARGEST = (1L << 32) - 2;

  private final Path file;

  StoredZipTest(@TempDir Path folder) {
    this.file = folder.resolve("container.zip");
  }

  @Test
  void read_entriesBehindFourGibibytes_areWhereTheyWereWritten() throws Exception {
    List<StoredEntry> entries =
        List.of(
            new StoredEntry("a.bin", LARGEST, 0),
            new StoredEntry("b.bin", 7, 0),
            new StoredEntry("c.bin", LARGEST, 0),
            new StoredEntry("d.bin", 0, 0));
    StoredZip written = write(entries);

    StoredZip read = read();

    assertThat(read.entries()).isEqualTo(entries);
    assertThat(read.length()).isEqualTo(written.length()).isGreaterThan(2 * LARGEST);
    assertThat(read.contentOffset(2)).isGreaterThan(LARGEST);
    assertSeenByOthers(entries);
  }

  @Test
  void read_moreEntriesThanSixteenBitsCount_areAllThere() throws Exception {
    List<StoredEntry> entries = new ArrayList<>();
    for (int i = 0; i < 70_000; i++) {
      entries.add(new StoredEntry("e/" + i, 1, 0));
    }
    write(entries);

    assertThat(read().entries()).isEqualTo(entries);
    assertSeenByOthers(entries);
  }

  @Test
  void read_anyByteOfTheDirectoryChanged_isRefused() throws Exception {
    StoredZip zip =
        write(List.of(new StoredEntry("a.bin", LARGEST, 0), new StoredEntry("b.bin", 9, 0)));
    int tail = zip.tail().length;
    for (int i = 1; i <= tail; i++) {
      flip(zip.length() - i);
      assertThatThrownBy(this::read).isInstanceOf(PackageException.class);
      flip(zip.length() - i);
    }
    assertThat(read().entries()).hasSize(2);
  }

  @Test
  void read_oneEntryTooMany_isRefusedBeforeTheDirectoryIsLookedAt() throws Exception {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteArrayOutputStream headers = new ByteArrayOutputStream();
      for (int i = 0; i <= StoredZip.MAX_ENTRIES; i++) {
        headers.writeBytes(ZipEncoding.local(new StoredEntry("e/" + i, 0, 0)));
      }
      channel.write(ByteBuffer.wrap(headers.toByteArray()));
    }

    assertThatThrownBy(this::read)
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("more than 200000 entries");
  }

  @Test
  void entry_ofFourGibibytes_isRefused() {
    assertThatThrownBy(() -> new StoredEntry("a.bin", LARGEST + 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private StoredZip write(List<StoredEntry> entries) throws IOException {
    StoredZip zip = StoredZip.of(entries);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < entries.size(); i++) {
        byte[] header = zip.localHeader(i);
        channel.write(ByteBuffer.wrap(header), zip.contentOffset(i) - header.length);
      }
      byte[] tail = zip.tail();
      channel.write(ByteBuffer.wrap(tail), zip.length() - tail.length);
    }
    return zip;
  }

  private StoredZip read() throws IOException, PackageException {
    try (ContainerBytes bytes = ContainerBytes.ofFile(file)) {
      return StoredZipReader.read(bytes);
    }
  }

  private void flip(long position) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, position);
      one.put(0, (byte) (one.get(0) ^ 4)).rewind();
      channel.write(one, position);
    }
  }

  private void assertSeenByOthers(List<StoredEntry> entries) throws IOException {
    try (ZipFile others = new ZipFile(file.toFile())) {
      assertThat(others.stream().map(ZipEntry::getName))
          .containsExactlyElementsOf(entries.stream().map(StoredEntry::name).toList());
      assertThat(others.stream().mapToLong(ZipEntry::getSize).sum())
          .isEqualTo(entries.stream().mapToLong(StoredEntry::size).sum());
    }
  }
}
