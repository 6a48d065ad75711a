package org.safehand.packaging.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.pack.StoredExhibit.StoredSegment;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;

/**
 * A vault with one exhibit of any number of zeros, as a sparse file is: its ciphertext is kept
 * nowhere, and made again whenever it is read.
 */
public final class ZeroVault implements SegmentSource {
  private static final int STEP = 16 * 1024;
  private static final byte[] ZEROS = new byte[SegmentFacts.MAX_BYTES];

  private final List<StoredSegment> segments = new ArrayList<>();
  private final ExhibitRecord record;

  /** An exhibit of {@code size} bytes; at least one. */
  public ZeroVault(long size) {
    SegmentCipher cipher = new SegmentCipher(new SecureRandom());
    ExhibitDigests digests = new ExhibitDigests();
    for (long left = size; left > 0; left -= SegmentFacts.MAX_BYTES) {
      int length = (int) Math.min(left, SegmentFacts.MAX_BYTES);
      digests.update(ZEROS, 0, length);
      SealedSegment sealed = cipher.seal(ZEROS, length);
      segments.add(
          new StoredSegment(Integer.toString(segments.size()), sealed.facts(), sealed.key()));
    }
    record =
        new ExhibitRecord(
            1,
            "zeros.bin",
            "application/octet-stream",
            digests.finish(),
            JsonObject.builder().put("source", "synthetic").build(),
            segments.stream().map(segment -> SegmentRecord.of(segment.facts())).toList());
  }

  /** What a case file says of the exhibit. */
  public List<ExhibitRecord> records() {
    return List.of(record);
  }

  /** The exhibit with its keys. */
  public List<StoredExhibit> stored() {
    return List.of(new StoredExhibit(1, segments));
  }

  @Override
  public InputStream open(String reference) throws IOException {
    StoredSegment segment = segments.get(Integer.parseInt(reference));
    int length = segment.facts().bytes();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          segment.key().secretKey(),
          new GCMParameterSpec(8 * Tag.LENGTH, segment.facts().nonce().bytes()));
      byte[] sealed = new byte[length + Tag.LENGTH];
      int written = 0;
      // in small steps, or a Java platform that just started takes seconds
      for (int read = 0; read < length; read += STEP) {
        written += cipher.update(ZEROS, read, Math.min(STEP, length - read), sealed, written);
      }
      cipher.doFinal(sealed, written);
      return new ByteArrayInputStream(sealed, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
