package org.safehand.packaging.vectors.container;

import java.util.Arrays;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.vectors.splice.Target;

/** Files that end too early. */
public final class CutForgeries {
  private final Target target;
  private final ZipPlaces zip;

  public CutForgeries(Target target) {
    this.target = target;
    this.zip = new ZipPlaces(target.good());
  }

  public void make() {
    cut("nothing", 0, "no byte at all");
    cut("in-first-header", 10, "within the first header");
    cut("in-first-name", 32, "within the first name");
    for (int i = 0; i < zip.entries().size(); i++) {
      String entry = zip.entries().get(i).name();
      String name = Target.slug(entry);
      int half = (int) zip.entries().get(i).size() / 2;
      cut("in-" + name, zip.content(i) + half, "within " + entry);
      cut("after-" + name, zip.content(i) + (int) zip.entries().get(i).size(), "after " + entry);
    }
    cut("in-directory", zip.central(3) + 20, "within the directory");
    cut("before-end", zip.end(), "before the end record");
    cut("in-end", zip.end() + 12, "within the end record");
    cut("last-byte", zip.length() - 1, "the last byte is missing");
  }

  private void cut(String name, int length, String shows) {
    target.refuse(
        "cut-" + name,
        PackageFault.CONTAINER_MALFORMED,
        Arrays.copyOf(target.good(), length),
        "cut " + shows);
  }
}
