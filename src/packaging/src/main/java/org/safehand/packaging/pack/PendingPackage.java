package org.safehand.packaging.pack;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.seal.PendingSeal;
import org.safehand.packaging.seal.SealException;

/** A package that is signed and waits for its time-stamp. Kept in memory only. */
public final class PendingPackage {
  private final List<RecipeEntry> entries;
  private final PendingSeal seal;

  PendingPackage(List<RecipeEntry> entries, PendingSeal seal) {
    this.entries = List.copyOf(entries);
    this.seal = requireNonNull(seal, "seal is null");
  }

  /** What the time-stamp token must be over. */
  public Digest signatureDigest() {
    return seal.signatureDigest();
  }

  /**
   * The finished package.
   *
   * @throws SealException if the token does not fit, or a revocation list is not at hand
   */
  public PackageRecipe complete(TimeStampToken token) throws SealException {
    List<RecipeEntry> all = new ArrayList<>(entries);
    all.add(new RecipeEntry.Inline(AsicNames.SEAL, seal.complete(token)));
    return PackageRecipe.of(all);
  }
}
