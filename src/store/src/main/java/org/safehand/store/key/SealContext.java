package org.safehand.store.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * What sealed bytes are, where they belong and under which key version: the additional
 * authenticated data of AES-GCM. Bytes sealed in one context open in no other.
 *
 * <p>Encoding, without ambiguity: {@code safehand/1}, purpose, case, key version, place, position;
 * texts with their length before them, numbers with a fixed width, big-endian.
 *
 * @param purpose what is sealed
 * @param caseId the case it belongs to
 * @param keyVersion version of the sealing key, from 1
 * @param place exhibit, event or other object inside the case; empty for the case itself
 * @param position segment or sequence inside the place
 */
public record SealContext(
    String purpose, UUID caseId, int keyVersion, String place, long position) {
  private static final String FORMAT = "safehand/1";

  public SealContext {
    requireNonNull(purpose, "purpose is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(place, "place is null");
    if (keyVersion < 1) {
      throw new IllegalArgumentException("key versions start at 1, not " + keyVersion);
    }
  }

  /** The context of a case's own key for {@code purpose}, wrapped under the KEK. */
  static SealContext ofCaseKey(KeyPurpose purpose, UUID caseId, int keyVersion) {
    return new SealContext("case-key:" + purpose.wire(), caseId, keyVersion, "", 0);
  }

  /** The context of a case's tag key that holds from event {@code first} on. */
  static SealContext ofTagKey(UUID caseId, int keyVersion, long first) {
    return new SealContext("case-key:" + KeyPurpose.TAG.wire(), caseId, keyVersion, "", first);
  }

  /** The authenticated bytes. */
  byte[] encoded() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      text(out, FORMAT);
      text(out, purpose);
      out.writeLong(caseId.getMostSignificantBits());
      out.writeLong(caseId.getLeastSignificantBits());
      out.writeInt(keyVersion);
      text(out, place);
      out.writeLong(position);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array takes every write", e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
