package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;

/** A stored package as a stream, made window by window: holds one MiB, whatever its length. */
final class RecipeStream extends InputStream {
  private static final int WINDOW = 1 << 20;

  private final PackageRecipe recipe;
  private final SegmentSource source;
  private byte[] window = new byte[0];
  private int at;
  private long made;

  RecipeStream(PackageRecipe recipe, SegmentSource source) {
    this.recipe = requireNonNull(recipe, "recipe is null");
    this.source = requireNonNull(source, "source is null");
  }

  @Override
  public int read() throws IOException {
    return exhausted() ? -1 : window[at++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (exhausted()) {
      return -1;
    }
    int n = Math.min(length, window.length - at);
    System.arraycopy(window, at, buffer, offset, n);
    at += n;
    return n;
  }

  private boolean exhausted() throws IOException {
    if (at < window.length) {
      return false;
    }
    int next = (int) Math.min(WINDOW, recipe.length() - made);
    if (next == 0) {
      return true;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(next);
    recipe.writeTo(out, source, made, next);
    window = out.toByteArray();
    at = 0;
    made += next;
    return false;
  }
}
