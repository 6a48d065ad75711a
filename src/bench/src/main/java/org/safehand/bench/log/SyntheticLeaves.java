package org.safehand.bench.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.SplittableRandom;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.LeafShape;

/** Leaves in their only shape with random commitments, the same for the same seed. */
public final class SyntheticLeaves {
  private static final int[] DIGESTS = {
    LeafShape.DETAIL, LeafShape.HEADER, LeafShape.LINK, LeafShape.TAG
  };

  private final SplittableRandom random;
  private final byte[] digest = new byte[Digest.LENGTH];
  private final byte[] leaf;

  /** The leaves of {@code seed}. */
  public SyntheticLeaves(long seed) {
    this.random = new SplittableRandom(seed);
    String hole = Digest.of().base64();
    this.leaf =
        "{\"d\":\"%s\",\"h\":\"%s\",\"l\":\"%s\",\"t\":\"2026-11-24T03:51:59Z\",\"tag\":\"%s\",\"v\":1}"
            .formatted(hole, hole, hole, hole)
            .getBytes(US_ASCII);
  }

  /** The next leaf; valid until the next call. */
  public byte[] next() {
    for (int at : DIGESTS) {
      random.nextBytes(digest);
      byte[] text = Base64.getEncoder().encode(digest);
      System.arraycopy(text, 0, leaf, at, text.length);
    }
    return leaf;
  }
}
