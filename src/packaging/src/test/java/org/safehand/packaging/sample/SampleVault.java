package org.safehand.packaging.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** A vault in memory: exhibits are encrypted once, as at intake. */
public final class SampleVault implements SegmentSource {
  private final SegmentCipher cipher;
  private final Map<String, byte[]> ciphertexts = new HashMap<>();
  private final List<ExhibitRecord> records = new ArrayList<>();
  private final List<StoredExhibit> stored = new ArrayList<>();

  /** An empty vault. */
  public SampleVault() {
    this(new SecureRandom());
  }

  /** A vault whose keys and nonces are drawn from {@code random}. */
  public SampleVault(SecureRandom random) {
    cipher = new SegmentCipher(random);
  }

  /** Takes {@code exhibit} in under the next number and a name that must never be a path. */
  public void take(byte[] exhibit) {
    int number = records.size() + 1;
    List<StoredSegment> segments = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(exhibit.length, from + SegmentFacts.MAX_BYTES);
      segments.add(seal(Arrays.copyOfRange(exhibit, from, to)));
      from = to;
    } while (from < exhibit.length);
    ExhibitDigests digests = new ExhibitDigests();
    digests.update(exhibit, 0, exhibit.length);
    stored.add(new StoredExhibit(number, segments));
    records.add(
        new ExhibitRecord(
            number,
            "../../note-" + number + ".txt",
            "text/plain",
            digests.finish(),
            JsonObject.builder().put("source", "synthetic").build(),
            segments.stream().map(segment -> SegmentRecord.of(segment.facts())).toList()));
  }

  private StoredSegment seal(byte[] plaintext) {
    SealedSegment segment = cipher.seal(plaintext, plaintext.length);
    ByteArrayOutputStream ciphertext = new ByteArrayOutputStream();
    try {
      segment.writeTo(ciphertext);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String reference = "v-" + ciphertexts.size();
    ciphertexts.put(reference, ciphertext.toByteArray());
    return new StoredSegment(reference, segment.facts(), segment.key());
  }

  /** What a case file says of the exhibits. */
  public List<ExhibitRecord> records() {
    return List.copyOf(records);
  }

  /** The exhibits with their keys. */
  public List<StoredExhibit> stored() {
    return List.copyOf(stored);
  }

  @Override
  public InputStream open(String reference) throws IOException {
    byte[] found = ciphertexts.get(reference);
    if (found == null) {
      throw new IOException("no segment " + reference);
    }
    return new ByteArrayInputStream(found);
  }
}
