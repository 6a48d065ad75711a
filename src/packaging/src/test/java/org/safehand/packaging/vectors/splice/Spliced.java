package org.safehand.packaging.vectors.splice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;

/** A file of the suite, changed: how a vector names it, and what it is. */
public final class Spliced {
  private static final String BASE = "base";
  private static final String SPLICE = "splice";
  private static final String SHA256 = "sha256";

  private Spliced() {}

  /**
   * {@code vector} with the file {@code changed}, as the file {@code base} of the suite changed.
   */
  public static Vector with(Vector vector, String base, byte[] original, byte[] changed) {
    Vector all = vector.with(BASE, base);
    for (Splice splice : Difference.between(original, changed)) {
      all = all.with(SPLICE, splice.toString());
    }
    return all.with(SHA256, Digest.of(changed).hex());
  }

  /** The file that {@code vector} names. */
  public static byte[] of(Vector vector) throws IOException {
    byte[] base = Files.readAllBytes(Suite.FOLDER.resolve(vector.text(BASE)));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int position = 0;
    for (String text : vector.texts(SPLICE)) {
      Splice splice = Splice.parse(text);
      file.writeBytes(Arrays.copyOfRange(base, position, splice.offset()));
      file.writeBytes(splice.added());
      position = splice.offset() + splice.removed();
    }
    file.writeBytes(Arrays.copyOfRange(base, position, base.length));
    byte[] bytes = file.toByteArray();
    if (!Digest.of(bytes).hex().equals(vector.text(SHA256))) {
      throw new IllegalArgumentException("the splices make another file than the vector says");
    }
    return bytes;
  }
}
