package org.safehand.agency.inbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.safehand.custody.digest.Digest;

/**
 * Copies a package from the network, never more than was announced, and compares size and SHA-256.
 * That comparison is the only sign of a truncated message: CXF does not notice a missing boundary.
 */
final class PackageIntake {
  private static final int BUFFER = 64 * 1024;
  private static final int MOST_EMPTY_READS = 1000;

  /** A sender that is slower than this on average, after the first minute, is cut off. */
  private static final long LEAST_BYTES_PER_SECOND = 32 * 1024;

  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Clock clock;

  PackageIntake(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  void copy(InputStream in, Announcement announced, OutputStream out)
      throws DeliveryRefusal, IOException {
    Instant deadline = deadline(announced);
    MessageDigest sha256 = Digest.sha256();
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    int emptyReads = 0;
    for (int n = read(in, buffer); n != -1; n = read(in, buffer)) {
      emptyReads = n == 0 ? emptyReads + 1 : 0;
      total += n;
      if (total > announced.size()) {
        throw new DeliveryRefusal(
            DeliveryCode.DELIVERY_LONGER, "more than " + announced.size() + " bytes came");
      }
      if (emptyReads > MOST_EMPTY_READS || clock.instant().isAfter(deadline)) {
        throw new DeliveryRefusal(
            DeliveryCode.DELIVERY_TOO_SLOW, "only " + total + " bytes came in time");
      }
      sha256.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    compare(announced, total, Digest.ofBytes(sha256.digest()));
  }

  private static int read(InputStream in, byte[] buffer) throws DeliveryRefusal {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new DeliveryRefusal(DeliveryCode.DELIVERY_TRUNCATED, "the connection broke", e);
    }
  }

  private static void compare(Announcement announced, long size, Digest sha256)
      throws DeliveryRefusal {
    if (size != announced.size()) {
      throw new DeliveryRefusal(
          DeliveryCode.DELIVERY_TRUNCATED, size + " of " + announced.size() + " bytes came");
    }
    if (!sha256.equals(announced.sha256())) {
      throw new DeliveryRefusal(
          DeliveryCode.DELIVERY_DIGEST_MISMATCH,
          "announced " + announced.sha256() + ", received " + sha256);
    }
  }

  private Instant deadline(Announcement announced) {
    return clock.instant().plus(GRACE).plusSeconds(announced.size() / LEAST_BYTES_PER_SECOND);
  }
}
