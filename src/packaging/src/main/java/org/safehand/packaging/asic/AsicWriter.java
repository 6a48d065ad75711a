package org.safehand.packaging.asic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.zip.StoredEntry;
import org.safehand.packaging.zip.StoredZip;

/** Puts a small container together in memory. One use. */
public final class AsicWriter {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Adds the next entry. */
  public AsicWriter add(String name, byte[] content) {
    if (entries.put(name, content.clone()) != null) {
      throw new IllegalArgumentException("two entries are named " + name);
    }
    return this;
  }

  /** The manifest of the entries added. */
  public byte[] manifestXml() {
    return new AsicManifest(
            entries.entrySet().stream()
                .map(entry -> new ListedEntry(entry.getKey(), Digest.of(entry.getValue())))
                .toList())
        .toXml();
  }

  /** The container, sealed by {@code seal} over {@link #manifestXml}. */
  public byte[] complete(byte[] seal) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(AsicNames.MIMETYPE, AsicNames.ASIC_E.getBytes(US_ASCII));
    all.putAll(entries);
    all.put(AsicNames.MANIFEST, manifestXml());
    all.put(AsicNames.SEAL, seal);
    List<StoredEntry> stored = new ArrayList<>();
    all.forEach((name, content) -> stored.add(stored(name, content)));
    StoredZip zip = StoredZip.of(stored);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int index = 0;
    for (byte[] content : all.values()) {
      out.writeBytes(zip.localHeader(index++));
      out.writeBytes(content);
    }
    out.writeBytes(zip.tail());
    return out.toByteArray();
  }

  static StoredEntry stored(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return new StoredEntry(name, content.length, crc.getValue());
  }
}
