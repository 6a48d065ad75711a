package org.safehand.packaging.vectors.container;

import java.util.Map;
import java.util.TreeMap;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.splice.Target;

/** One bit in each region; where the region has a CRC-32, once with it stale and once set right. */
public final class FlipForgeries {
  private static final Map<String, PackageFault> SET_RIGHT = new TreeMap<>();

  static {
    for (String name :
        new String[] {
          PackageNames.HEADER,
          PackageNames.CASE,
          PackageNames.RELEASE,
          PackageNames.ciphertext(1, 0),
          PackageNames.envelope(1, 0),
          PackageNames.OPEN_TXT
        }) {
      SET_RIGHT.put(name, PackageFault.ENTRY_DIGEST_MISMATCH);
    }
    SET_RIGHT.put(AsicNames.MIMETYPE, PackageFault.MIMETYPE_WRONG);
    SET_RIGHT.put(AsicNames.MANIFEST, PackageFault.MANIFEST_MALFORMED);
  }

  private final Target target;
  private final ZipPlaces zip;

  public FlipForgeries(Target target) {
    this.target = target;
    this.zip = new ZipPlaces(target.good());
  }

  private byte[] flipped(int at) {
    return zip.patched(at, (byte) (target.good()[at] ^ 1));
  }

  public void make() {
    for (int i = 0; i < zip.entries().size(); i++) {
      String entry = zip.entries().get(i).name();
      String name = "flip-" + Target.slug(entry);
      PackageFault right = SET_RIGHT.getOrDefault(entry, PackageFault.ENTRY_DIGEST_MISMATCH);
      int middle = (int) zip.entries().get(i).size() / 2;
      target.refuse(
          name,
          right == PackageFault.ENTRY_DIGEST_MISMATCH && !entry.equals(AsicNames.SEAL)
              ? right
              : PackageFault.ENTRY_CRC_MISMATCH,
          flipped(zip.content(i) + middle),
          "a bit in the middle of " + entry);
      if (SET_RIGHT.containsKey(entry)) {
        Forgery forgery = Forgery.of(target.good());
        byte[] content = forgery.content(entry);
        content[middle] ^= 1;
        target.refuse(
            name + "-crc-set-right",
            right,
            forgery.set(entry, content).bytes(),
            "the same with its CRC-32 set right");
      }
    }
    int signature = zip.local(1);
    PackageFault malformed = PackageFault.CONTAINER_MALFORMED;
    target.refuse("flip-local-signature", malformed, flipped(signature), "a local header");
    target.refuse("flip-directory", malformed, flipped(zip.directory()), "the directory's start");
    target.refuse("flip-end", malformed, flipped(zip.end()), "the end record's start");
  }
}
