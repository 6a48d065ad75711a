package org.safehand.referral.retrieval;

import static java.util.Objects.requireNonNull;

import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.id.DispatchId;

/** A package that may be handed out: {@code recipe} writes it, whole or in ranges. */
public record FetchedPackage(DispatchId dispatch, PackageRecipe recipe) {
  /** Refuses nulls. */
  public FetchedPackage {
    requireNonNull(dispatch, "dispatch is null");
    requireNonNull(recipe, "recipe is null");
  }
}
