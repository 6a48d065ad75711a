package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.id.DispatchId;

/** One package to deliver under one id: the same bytes at each attempt. */
public record Shipment(DispatchId id, Digest sealDigest, PackageRecipe recipe) {
  public Shipment {
    requireNonNull(id, "id is null");
    requireNonNull(sealDigest, "sealDigest is null");
    requireNonNull(recipe, "recipe is null");
  }
}
