package org.safehand.agency.receipt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * What a delivery receipt says.
 *
 * @param checkpoint the custody log's signed checkpoint that came with the package
 * @param packageDigest as the agency computed it
 * @param sealDigest as the package claims it
 */
public record ReceiptStatement(
    String agency,
    String checkpoint,
    String dispatchId,
    Digest packageDigest,
    Instant received,
    Digest sealDigest) {
  private static final int VERSION = 1;
  private static final Set<String> NAMES =
      Set.of(
          "agency",
          "checkpoint",
          "dispatchId",
          "packageDigest",
          "received",
          "sealDigest",
          "version");

  public ReceiptStatement {
    requireNonNull(agency, "agency is null");
    requireNonNull(checkpoint, "checkpoint is null");
    requireNonNull(dispatchId, "dispatchId is null");
    requireNonNull(packageDigest, "packageDigest is null");
    requireNonNull(received, "received is null");
    requireNonNull(sealDigest, "sealDigest is null");
  }

  byte[] toJson() {
    return Jcs.write(
        JsonObject.builder()
            .put("agency", agency)
            .put("checkpoint", checkpoint)
            .put("dispatchId", dispatchId)
            .put("packageDigest", packageDigest.hex())
            .put("received", UtcText.millis(received))
            .put("sealDigest", sealDigest.hex())
            .put("version", VERSION)
            .build());
  }

  static ReceiptStatement fromJson(byte[] bytes) throws JsonException {
    JsonObject json = Jcs.readObject(bytes);
    json.requireOnly(NAMES);
    if (json.integer("version") != VERSION) {
      throw new JsonException("/version", "not " + VERSION);
    }
    return new ReceiptStatement(
        json.string("agency"),
        json.string("checkpoint"),
        json.string("dispatchId"),
        digest(json, "packageDigest"),
        UtcText.parseMillis(json.string("received"))
            .orElseThrow(() -> new JsonException("/received", "not a UTC time")),
        digest(json, "sealDigest"));
  }

  private static Digest digest(JsonObject json, String name) throws JsonException {
    try {
      return Digest.ofHex(json.string(name));
    } catch (IllegalArgumentException e) {
      throw new JsonException("/" + name, "not a SHA-256 digest");
    }
  }
}
