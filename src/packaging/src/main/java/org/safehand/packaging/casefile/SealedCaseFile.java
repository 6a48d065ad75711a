package org.safehand.packaging.casefile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.ListedEntry;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.manifest.CaseManifest;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * A finished case file, byte for byte. That its seal is good is {@link CaseFileVerifier}'s
 * question; whoever made it or stored it asks here for its manifest.
 */
public final class SealedCaseFile {
  /** The most bytes a case file may have: 64 MiB, one envelope. */
  public static final int MAX_BYTES = SegmentCipher.MAX_MESSAGE;

  private final byte[] bytes;
  private final CaseManifest manifest;

  SealedCaseFile(byte[] bytes, CaseManifest manifest) {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a case file has at most 64 MiB, not " + bytes.length);
    }
    this.bytes = bytes.clone();
    this.manifest = requireNonNull(manifest, "manifest is null");
  }

  /**
   * Reads back what {@link #bytes} gave. The seal is not checked.
   *
   * @throws PackageException if {@code bytes} is no case file
   */
  public static SealedCaseFile ofBytes(byte[] bytes) throws PackageException {
    try (ContainerBytes container = ContainerBytes.ofArray(bytes)) {
      byte[] manifest = AsicContainer.read(container).content(CaseFileNames.MANIFEST, MAX_BYTES);
      return new SealedCaseFile(bytes, CaseManifest.read(manifest));
    } catch (JsonException e) {
      throw new PackageException(
          PackageFault.CASE_FILE_MALFORMED,
          CaseFileNames.MANIFEST + " " + e.pointer(),
          e.reason(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be read", e);
    }
  }

  /** The case file, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Its entries by name, in order: {@code manifest.json} and those that it lists.
   *
   * @throws PackageException if one is not what was sealed
   */
  public Map<String, byte[]> entries() throws PackageException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ContainerBytes source = ContainerBytes.ofArray(bytes)) {
      AsicContainer container = AsicContainer.read(source);
      for (ListedEntry entry : container.manifest().entries()) {
        entries.put(entry.name(), container.content(entry.name(), MAX_BYTES));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be read", e);
    }
  }

  /** Its manifest. */
  public CaseManifest manifest() {
    return manifest;
  }

  /** SHA-256 of the manifest: names this version of the referral for ever. */
  public Digest sealDigest() {
    return manifest.sealDigest();
  }
}
