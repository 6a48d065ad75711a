package org.safehand.systemtests.gateway;

import java.nio.file.Path;
import java.util.List;

/** One referral that went from draft to signed receipt. */
public record Delivery(
    String referral, String sealDigest, String dispatch, List<Sample> samples, Path packageFile) {
  public Delivery {
    samples = List.copyOf(samples);
  }
}
