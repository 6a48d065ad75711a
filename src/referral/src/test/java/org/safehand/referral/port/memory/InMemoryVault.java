package org.safehand.referral.port.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.port.EvidenceVault;

/** Segments in memory. */
public final class InMemoryVault implements EvidenceVault {
  private final Map<SegmentId, byte[]> segments = new ConcurrentHashMap<>();
  private int room = Integer.MAX_VALUE;

  /** Takes only {@code count} segments more. */
  public void failAfter(int count) {
    room = segments.size() + count;
  }

  /** Changes a stored bit behind everyone's back. */
  public void damage(SegmentId id) {
    segments.computeIfPresent(
        id,
        (name, bytes) -> {
          byte[] changed = bytes.clone();
          changed[0] ^= 1;
          return changed;
        });
  }

  @Override
  public void store(SegmentId id, SealedSegment segment) throws IOException {
    if (segments.size() >= room) {
      throw new IOException("planted: no room");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.facts().bytes());
    segment.writeTo(bytes);
    if (segments.putIfAbsent(id, bytes.toByteArray()) != null) {
      throw new IOException("is there already: " + id);
    }
  }

  @Override
  public InputStream open(SegmentId id) throws IOException {
    byte[] bytes = segments.get(id);
    if (bytes == null) {
      throw new IOException("no such segment: " + id);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void discard(SegmentId id) {
    segments.remove(id);
  }

  /** How many segments there are. */
  public int size() {
    return segments.size();
  }
}
