package org.safehand.packaging.vectors.splice;

import java.util.Locale;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.packaging.fault.PackageFault;

/** Where forgeries of one good file go. */
public final class Target {
  private final Suite suite;
  private final String file;
  private final byte[] good;

  /** Into {@code suite}, as changes of {@code good}, which is kept in the suite as {@code file}. */
  public Target(Suite suite, String file, byte[] good) {
    this.suite = suite;
    this.file = file;
    this.good = good.clone();
  }

  /** The name of an entry as a part of the name of a vector. */
  public static String slug(String entry) {
    return entry.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
  }

  /** The good file. */
  public byte[] good() {
    return good.clone();
  }

  /** Adds {@code changed}, which a verifier must accept and find in it what {@code found} says. */
  public void accept(String name, Vector found, byte[] changed) {
    suite.put(name, Spliced.with(found, file, good, changed));
  }

  /** Adds {@code forged}, which a verifier must refuse. */
  public void refuse(String name, PackageFault fault, byte[] forged, String shows) {
    suite.put(name, Spliced.with(Vector.refused(fault.code(), shows), file, good, forged));
  }

  /** Adds {@code forged}, which {@code recipient} must refuse and nobody else can. */
  public void refuse(
      String name, String recipient, PackageFault fault, byte[] forged, String shows) {
    suite.put(
        name,
        Spliced.with(
            Vector.refused(fault.code(), shows).with("recipient", recipient), file, good, forged));
  }
}
