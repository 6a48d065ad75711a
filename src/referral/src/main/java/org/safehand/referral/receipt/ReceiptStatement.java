package org.safehand.referral.receipt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;

/**
 * What a delivery receipt says: strict canonical JSON, version 1.
 *
 * @param agency who received
 * @param dispatchId which dispatch
 * @param packageDigest as computed over what arrived
 * @param sealDigest as claimed in {@code package.json}
 * @param received when
 * @param checkpoint the log checkpoint that the agency saw in the package
 */
record ReceiptStatement(
    String agency,
    String dispatchId,
    Digest packageDigest,
    Digest sealDigest,
    Instant received,
    String checkpoint) {
  private static final long VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "agency",
          "checkpoint",
          "dispatchId",
          "packageDigest",
          "received",
          "sealDigest",
          "version");

  ReceiptStatement {
    requireNonNull(agency, "agency is null");
    requireNonNull(dispatchId, "dispatchId is null");
    requireNonNull(packageDigest, "packageDigest is null");
    requireNonNull(sealDigest, "sealDigest is null");
    requireNonNull(received, "received is null");
    requireNonNull(checkpoint, "checkpoint is null");
  }

  static ReceiptStatement parse(byte[] content) throws JsonException {
    JsonObject json = Jcs.readObject(content);
    json.requireOnly(MEMBERS);
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    return new ReceiptStatement(
        json.string("agency"),
        json.string("dispatchId"),
        Identifiers.digest(json, "packageDigest"),
        Identifiers.digest(json, "sealDigest"),
        UtcText.parseMillis(json.string("received"))
            .orElseThrow(() -> json.fault("received", "not a time in UTC to the millisecond")),
        json.string("checkpoint"));
  }
}
