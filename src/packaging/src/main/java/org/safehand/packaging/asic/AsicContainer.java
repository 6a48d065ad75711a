package org.safehand.packaging.asic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.zip.ContainerBytes;
import org.safehand.packaging.zip.StoredEntry;
import org.safehand.packaging.zip.StoredZip;
import org.safehand.packaging.zip.StoredZipReader;

/**
 * A container whose structure holds: one encoding, media type first, then exactly the entries of
 * the manifest in its order, then manifest and seal, and where it may be archived then perhaps an
 * evidence record with its own manifest. Whether seal and record are good and the contents are
 * those sealed are further questions.
 */
public final class AsicContainer {
  /** The most bytes a manifest or a seal may have. */
  public static final int MAX_META_BYTES = 64 * 1024 * 1024;

  private static final int BUFFER = 256 * 1024;
  private static final int FIXED_ENTRIES = 3;
  private static final int EVIDENCE_ENTRIES = 2;

  private final ContainerBytes bytes;
  private final StoredZip zip;
  private final byte[] manifestXml;
  private final byte[] seal;
  private final AsicManifest manifest;
  private final int sealAt;
  private final byte @Nullable [] evidenceRecord;
  private final Map<String, Integer> places = new HashMap<>();

  private AsicContainer(ContainerBytes bytes, StoredZip zip, boolean archived)
      throws IOException, PackageException {
    this.bytes = bytes;
    this.zip = zip;
    this.sealAt = zip.entries().size() - 1 - (archived ? EVIDENCE_ENTRIES : 0);
    requireAt(0, AsicNames.MIMETYPE);
    if (archived) {
      requireAt(sealAt + 1, AsicNames.EVIDENCE_MANIFEST);
    }
    requireAt(sealAt, AsicNames.SEAL);
    requireAt(sealAt - 1, AsicNames.MANIFEST);
    byte[] mimetype = content(0, AsicNames.ASIC_E.length());
    if (!Arrays.equals(mimetype, AsicNames.ASIC_E.getBytes(US_ASCII))) {
      throw new PackageException(
          PackageFault.MIMETYPE_WRONG, AsicNames.MIMETYPE, "it is not that of ASiC-E");
    }
    this.manifestXml = content(sealAt - 1, MAX_META_BYTES);
    this.seal = content(sealAt, MAX_META_BYTES);
    this.manifest = AsicManifest.read(manifestXml);
    checkListed();
    this.evidenceRecord = archived ? readEvidenceRecord() : null;
  }

  /**
   * The container that {@code bytes} is; they must stay open as long as it is used. An evidence
   * record is refused like any other entry that is too many.
   *
   * @throws PackageException if its structure does not hold
   */
  public static AsicContainer read(ContainerBytes bytes) throws IOException, PackageException {
    return new AsicContainer(bytes, StoredZipReader.read(bytes), false);
  }

  /** The same for a container that may have been archived. */
  public static AsicContainer readArchivable(ContainerBytes bytes)
      throws IOException, PackageException {
    StoredZip zip = StoredZipReader.read(bytes);
    String last = zip.entries().get(zip.entries().size() - 1).name();
    return new AsicContainer(bytes, zip, last.equals(AsicNames.EVIDENCE_RECORD));
  }

  /** The manifest, byte for byte: what the seal is over. */
  public byte[] manifestXml() {
    return manifestXml.clone();
  }

  /** The seal, byte for byte. */
  public byte[] seal() {
    return seal.clone();
  }

  /** The entries that the manifest lists, in order. */
  public AsicManifest manifest() {
    return manifest;
  }

  /** The evidence record, byte for byte, if there is one. That it holds is not known yet. */
  public Optional<byte[]> evidenceRecord() {
    return Optional.ofNullable(evidenceRecord).map(byte[]::clone);
  }

  /** What an evidence record is over: every entry but the media type, up to the seal, in order. */
  public List<ListedEntry> covered() {
    List<ListedEntry> covered = new ArrayList<>(manifest.entries());
    covered.add(new ListedEntry(AsicNames.MANIFEST, Digest.of(manifestXml)));
    covered.add(new ListedEntry(AsicNames.SEAL, Digest.of(seal)));
    return covered;
  }

  /**
   * The hash values of {@link #covered} under {@code algorithm}, in its order; reads everything
   * once. {@code progress} is told how many bytes were read since it was told last.
   */
  public List<Imprint> imprints(HashAlgorithm algorithm, LongConsumer progress) throws IOException {
    byte[] buffer = new byte[BUFFER];
    List<Imprint> imprints = new ArrayList<>();
    for (int i = 1; i <= sealAt; i++) {
      MessageDigest engine = algorithm.engine();
      bytes.pass(
          zip.contentOffset(i),
          zip.entries().get(i).size(),
          buffer,
          count -> {
            engine.update(buffer, 0, count);
            progress.accept(count);
          });
      imprints.add(Imprint.of(algorithm, engine.digest()));
    }
    return imprints;
  }

  /** The length of the listed entry {@code name}. */
  public long size(String name) throws PackageException {
    return zip.entries().get(index(name)).size();
  }

  /**
   * The content of the listed entry {@code name}, of at most {@code limit} bytes.
   *
   * @throws PackageException if there is none, it is larger, or it is not what was sealed
   */
  public byte[] content(String name, int limit) throws IOException, PackageException {
    int index = index(name);
    byte[] content = content(index, limit);
    if (!Digest.of(content).equals(manifest.entries().get(index - 1).sha256())) {
      throw digestMismatch(name);
    }
    return content;
  }

  /** Reads {@code count} bytes of the listed entry {@code name}, which was checked before. */
  public void read(String name, byte[] buffer, int count) throws IOException, PackageException {
    bytes.read(zip.contentOffset(index(name)), buffer, 0, count);
  }

  /**
   * Reads every listed entry once and compares it with the manifest, in this thread.
   *
   * @throws PackageException naming the first that differs
   */
  public void checkContents() throws IOException, PackageException {
    checkContents(Runnable::run, read -> {});
  }

  /**
   * Reads every listed entry once and compares it with the manifest. Memory does not grow with
   * size.
   *
   * @param helpers does half of it, if it has a thread to spare
   * @param checked is told how many bytes were read, step by step, by two threads
   * @throws PackageException naming the first that differs
   */
  public void checkContents(Executor helpers, LongConsumer checked)
      throws IOException, PackageException {
    new ContentsCheck(bytes, zip, manifest, checked).run(helpers);
  }

  private byte[] readEvidenceRecord() throws IOException, PackageException {
    int difference =
        Arrays.mismatch(
            AsicManifest.ofEvidenceRecord(covered()), content(sealAt + 1, MAX_META_BYTES));
    if (difference >= 0) {
      throw new PackageException(
          PackageFault.MANIFEST_MALFORMED,
          AsicNames.EVIDENCE_MANIFEST + ", byte " + difference,
          "it does not list exactly the other entries in its one form");
    }
    return content(sealAt + EVIDENCE_ENTRIES, MAX_META_BYTES);
  }

  /** The entries up to the seal: what archiving leaves as it is. */
  List<StoredEntry> coveredEntries() {
    return zip.entries().subList(0, sealAt + 1);
  }

  /** Where the last of {@link #coveredEntries} ends. */
  long coveredEnd() {
    return zip.contentOffset(sealAt) + zip.entries().get(sealAt).size();
  }

  /** The bytes that the container is. */
  ContainerBytes bytes() {
    return bytes;
  }

  /** Any entry's content by position, its CRC-32 checked. */
  private byte[] content(int index, int limit) throws IOException, PackageException {
    StoredEntry entry = zip.entries().get(index);
    if (entry.size() > limit) {
      throw new PackageException(
          PackageFault.ENTRY_TOO_LARGE,
          entry.name(),
          entry.size() + " bytes, at most " + limit + " allowed");
    }
    byte[] content = bytes.read(zip.contentOffset(index), (int) entry.size());
    CRC32 crc = new CRC32();
    crc.update(content);
    ContentsCheck.requireCrc(entry, crc);
    return content;
  }

  private void requireAt(int index, String name) throws PackageException {
    List<StoredEntry> entries = zip.entries();
    if (sealAt >= FIXED_ENTRIES - 1 && entries.get(index).name().equals(name)) {
      return;
    }
    boolean elsewhere = entries.stream().anyMatch(entry -> entry.name().equals(name));
    throw new PackageException(
        elsewhere ? PackageFault.ENTRY_OUT_OF_ORDER : PackageFault.ENTRY_MISSING,
        name,
        elsewhere ? "it does not stand in its place" : "there is no such entry");
  }

  private void checkListed() throws PackageException {
    List<StoredEntry> stored = zip.entries().subList(1, sealAt - 1);
    List<String> found = stored.stream().map(StoredEntry::name).toList();
    List<String> listed = manifest.entries().stream().map(ListedEntry::name).toList();
    if (found.equals(listed)) {
      for (int i = 0; i < listed.size(); i++) {
        places.put(listed.get(i), i + 1);
      }
      return;
    }
    throw firstDifference(found, listed);
  }

  private static PackageException firstDifference(List<String> found, List<String> listed) {
    Set<String> missing = new HashSet<>(listed);
    found.forEach(missing::remove);
    for (String name : listed) {
      if (missing.contains(name)) {
        return new PackageException(
            PackageFault.ENTRY_MISSING, name, "the manifest lists it, the container lacks it");
      }
    }
    Set<String> known = listed.stream().collect(Collectors.toSet());
    for (String name : found) {
      if (!known.contains(name)) {
        return new PackageException(
            PackageFault.ENTRY_UNLISTED, name, "the manifest does not list it");
      }
    }
    return new PackageException(
        PackageFault.ENTRY_OUT_OF_ORDER,
        AsicNames.MANIFEST,
        "the entries stand in another order than listed");
  }

  private int index(String name) throws PackageException {
    Integer index = places.get(name);
    if (index == null) {
      throw new PackageException(PackageFault.ENTRY_MISSING, name, "there is no such entry");
    }
    return index;
  }

  static PackageException digestMismatch(String name) {
    return new PackageException(
        PackageFault.ENTRY_DIGEST_MISMATCH, name, "its SHA-256 is not the one sealed");
  }
}
