package org.safehand.packaging.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;

/**
 * A package with everything it was made from.
 *
 * @param header its routing header
 * @param recipe the package
 * @param vault where its segments lie
 * @param exhibits the original bytes, by rising number from 1
 */
public record SamplePackage(
    PackageHeader header, PackageRecipe recipe, SegmentSource vault, List<byte[]> exhibits) {
  /** The whole file. */
  public byte[] bytes() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      recipe.writeTo(out, vault);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
