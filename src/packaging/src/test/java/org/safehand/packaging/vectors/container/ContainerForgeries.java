package org.safehand.packaging.vectors.container;

import static org.safehand.packaging.vectors.container.ZipPlaces.four;
import static org.safehand.packaging.vectors.container.ZipPlaces.two;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.vectors.splice.Target;

/** Containers that another reader of ZIP files might understand otherwise than ours. */
public final class ContainerForgeries {
  private static final byte[] EXTRA = {0x75, 0x70, 0, 0};
  private static final int SYMBOLIC_LINK = 0xA1FF0000;

  private final Target target;
  private final ZipPlaces zip;
  private final int bin;
  private final int other;
  private final int last;

  public ContainerForgeries(Target target) {
    this.target = target;
    this.zip = new ZipPlaces(target.good());
    this.bin = zip.index(PackageNames.ciphertext(1, 0));
    this.other = zip.index(PackageNames.ciphertext(2, 0));
    this.last = zip.entries().size() - 1;
  }

  public void make() {
    makeFields("local", zip.local(bin), 4);
    makeFields("central", zip.central(bin), 6);
    makeMismatches();
    makeEnd();
    makeSurplus();
    makeBombs();
  }

  private void refuse(String name, byte[] forged, String shows) {
    target.refuse("container-" + name, PackageFault.CONTAINER_MALFORMED, forged, shows);
  }

  /** Fields that local and central header have in the same order, from the version on. */
  private void makeFields(String header, int at, int version) {
    int flags = at + version + 2;
    refuse(header + "-version", zip.patched(at + version, two(20)), "needs version 2.0");
    refuse(header + "-encrypted", zip.patched(flags, two(1)), "flag: encrypted");
    refuse(header + "-descriptor", zip.patched(flags, two(8)), "flag: sizes behind the content");
    refuse(header + "-utf8", zip.patched(flags, two(0x800)), "flag: the name is UTF-8");
    refuse(header + "-deflate", zip.patched(flags + 2, two(8)), "method: deflate");
    refuse(header + "-time", zip.patched(flags + 4, two(1)), "a time of the day");
    refuse(header + "-date", zip.patched(flags + 6, two(34)), "another day");
  }

  private void makeMismatches() {
    int local = zip.local(bin);
    int central = zip.central(bin);
    byte[] crc = four(zip.entries().get(bin).crc32() ^ 1);
    refuse("local-crc", zip.patched(local + ZipPlaces.LOCAL_CRC, crc), "local CRC-32 alone");
    refuse("central-crc", zip.patched(central + ZipPlaces.CENTRAL_CRC, crc), "central alone");
    byte[] both = zip.patched(local + ZipPlaces.LOCAL_CRC, crc);
    System.arraycopy(crc, 0, both, central + ZipPlaces.CENTRAL_CRC, crc.length);
    target.refuse(
        "container-both-crc", PackageFault.ENTRY_CRC_MISMATCH, both, "CRC-32 of other content");
    refuse(
        "central-name",
        zip.patched(central + ZipPlaces.CENTRAL_BYTES, (byte) 'f'),
        "the directory names the entry otherwise");
    refuse(
        "central-size",
        zip.patched(
            central + ZipPlaces.CENTRAL_SIZES, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 1),
        "the directory says that the entry is shorter");
    refuse(
        "central-offset",
        zip.patched(zip.central(other) + ZipPlaces.CENTRAL_OFFSET, four(zip.local(bin))),
        "two entries of the directory share one content");
    refuse(
        "symbolic-link",
        zip.patched(central + 38, four(SYMBOLIC_LINK)),
        "attributes of a symbolic link");
    refuse("made-by-unix", zip.patched(central + 4, two(0x32d)), "made on Unix");
    refuse("central-disk", zip.patched(central + 34, two(1)), "on another disk");
    refuse("central-text", zip.patched(central + 36, two(1)), "internal attribute: text");
  }

  private void makeEnd() {
    int end = zip.end();
    int count = zip.entries().size();
    refuse("end-disk", zip.patched(end + 4, two(1)), "the file is the second disk");
    refuse("end-count", zip.patched(end + ZipPlaces.END_COUNTS, two(count - 1)), "one fewer here");
    refuse("end-total", zip.patched(end + ZipPlaces.END_COUNTS + 2, two(count + 1)), "one more");
    int size = end - zip.directory();
    refuse("end-size", zip.patched(end + ZipPlaces.END_SIZE, four(size - 1)), "directory shorter");
    refuse(
        "end-offset",
        zip.patched(end + ZipPlaces.END_OFFSET, four(zip.directory() - 1)),
        "directory elsewhere");
    byte[] comment = Arrays.copyOf(target.good(), zip.length() + 4);
    comment[end + ZipPlaces.END_COMMENT] = 4;
    refuse("end-comment", comment, "a comment behind");
    int directory = zip.directory();
    refuse(
        "end-zip64",
        zip.inserted(
            end,
            ByteBuffer.allocate(76)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(count)
                .putLong(count)
                .putLong(size)
                .putLong(directory)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(end)
                .putInt(1)
                .array()),
        "ZIP64 end records where none are needed");
  }

  private void makeSurplus() {
    byte[] four = {1, 2, 3, 4};
    int end = zip.end();
    byte[] directory = zip.part(zip.directory(), end);
    refuse("bytes-before", zip.inserted(0, four), "bytes before the first entry");
    refuse("bytes-behind", zip.inserted(zip.length(), four), "bytes behind the end");
    refuse("newline-behind", zip.inserted(zip.length(), (byte) '\n'), "a newline behind the end");
    byte[] between = zip.inserted(zip.directory(), four);
    System.arraycopy(four(zip.directory() + 4L), 0, between, end + 4 + ZipPlaces.END_OFFSET, 4);
    refuse("bytes-between", between, "bytes between the last entry and the directory");
    byte[] extra = zip.inserted(zip.content(last), EXTRA);
    extra[zip.local(last) + 28] = 4;
    System.arraycopy(four(zip.directory() + 4L), 0, extra, end + 4 + ZipPlaces.END_OFFSET, 4);
    refuse("local-extra", extra, "an extra field in a local header");
    byte[] central = zip.inserted(end, EXTRA);
    central[zip.central(last) + 30] = 4;
    System.arraycopy(four(directory.length + 4L), 0, central, end + 4 + ZipPlaces.END_SIZE, 4);
    refuse("central-extra", central, "an extra field in the directory");
    byte[] commented = zip.inserted(end, EXTRA);
    commented[zip.central(last) + 32] = 4;
    System.arraycopy(four(directory.length + 4L), 0, commented, end + 4 + ZipPlaces.END_SIZE, 4);
    refuse("central-comment", commented, "a comment in the directory");
    refuse(
        "second-directory",
        zip.inserted(zip.length(), zip.part(zip.directory(), zip.length())),
        "directory and end a second time");
    refuse("hidden-entry", hidden(), "an entry that the directory leaves out");
    refuse("directory-order", swapped(), "the directory in another order than the entries");
  }

  private byte[] hidden() {
    int from = zip.central(other);
    int to = zip.central(other + 1);
    byte[] good = target.good();
    byte[] hidden =
        ByteBuffer.allocate(good.length - (to - from))
            .put(good, 0, from)
            .put(good, to, good.length - to)
            .array();
    int end = hidden.length - ZipPlaces.END_BYTES;
    hidden[end + ZipPlaces.END_COUNTS]--;
    hidden[end + ZipPlaces.END_COUNTS + 2]--;
    System.arraycopy(four(end - zip.directory()), 0, hidden, end + ZipPlaces.END_SIZE, 4);
    return hidden;
  }

  private byte[] swapped() {
    byte[] first = zip.part(zip.central(bin), zip.central(bin + 1));
    byte[] second = zip.part(zip.central(bin + 1), zip.central(bin + 2));
    return zip.patched(
        zip.central(bin),
        ByteBuffer.allocate(first.length + second.length).put(second).put(first).array());
  }

  private void makeBombs() {
    int local = zip.local(bin) + ZipPlaces.LOCAL_SIZES;
    int central = zip.central(bin) + ZipPlaces.CENTRAL_SIZES;
    for (long size : new long[] {0x7FFF_FFFFL, 0xFFFF_FFFEL, 0xFFFF_FFFFL}) {
      byte[] sizes = ByteBuffer.allocate(8).put(four(size)).put(four(size)).array();
      byte[] forged = zip.patched(local, sizes);
      System.arraycopy(sizes, 0, forged, central, sizes.length);
      refuse("size-" + Long.toHexString(size), forged, "an entry larger than the file");
    }
    refuse(
        "inflating",
        zip.patched(local + 4, four(0x7FFF_FFFF)),
        "an entry that grows when it is taken out");
    refuse(
        "count-65535",
        zip.patched(zip.end() + ZipPlaces.END_COUNTS, (byte) -1, (byte) -1, (byte) -1, (byte) -1),
        "65535 entries, says the end");
    refuse(
        "long-name", zip.patched(zip.local(bin) + 26, two(65535)), "a name longer than the file");
  }
}
