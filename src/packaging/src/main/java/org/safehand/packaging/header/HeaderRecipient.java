package org.safehand.packaging.header;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.packaging.recipient.RecipientAlgorithm;
import org.safehand.packaging.recipient.RecipientCertificate;

/**
 * For whom a package is, by certificate.
 *
 * @param certificateSha256 SHA-256 of the certificate
 * @param keyIdentifier its subject key identifier, in hexadecimal
 * @param algorithm how keys are wrapped for it
 */
public record HeaderRecipient(
    Digest certificateSha256, String keyIdentifier, RecipientAlgorithm algorithm) {
  /** Checks that nothing is missing. */
  public HeaderRecipient {
    requireNonNull(certificateSha256, "certificateSha256 is null");
    requireNonNull(keyIdentifier, "keyIdentifier is null");
    requireNonNull(algorithm, "algorithm is null");
  }

  /** What the header says of {@code certificate}. */
  public static HeaderRecipient of(RecipientCertificate certificate) {
    return new HeaderRecipient(
        certificate.sha256(),
        HexFormat.of().formatHex(certificate.keyIdentifier()),
        certificate.algorithm());
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("algorithm", algorithm.wireName())
        .put("certificateSha256", certificateSha256.hex())
        .put("keyIdentifier", keyIdentifier)
        .build();
  }

  static HeaderRecipient fromJson(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("algorithm", "certificateSha256", "keyIdentifier"));
    return new HeaderRecipient(
        Identifiers.digest(json, "certificateSha256"),
        json.string("keyIdentifier"),
        RecipientAlgorithm.find(json.string("algorithm"))
            .orElseThrow(() -> json.fault("algorithm", "unknown algorithm")));
  }
}
