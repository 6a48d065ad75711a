package org.safehand.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.endpoint.Validity;
import org.safehand.referral.id.AgencyId;

/**
 * Agencies as a releaser chooses among them, with the certificates that packages can be encrypted
 * to by their fingerprints; no address.
 */
public final class AgencyJson {
  private AgencyJson() {}

  /**
   * All of {@code agencies}, with how near their certificates' ends are at {@code moment}, and that
   * those in {@code held} are held back.
   */
  public static JsonObject list(List<Agency> agencies, Set<AgencyId> held, Instant moment) {
    return JsonObject.builder()
        .put(
            "items",
            JsonArray.of(
                agencies.stream()
                    .map(agency -> of(agency, held.contains(agency.id()), moment))
                    .toList()))
        .build();
  }

  private static JsonObject of(Agency agency, boolean held, Instant moment) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", agency.id().value())
            .put("name", agency.name())
            .put("country", agency.country())
            .put(
                "channels",
                JsonArray.ofStrings(
                    agency.endpoints().stream()
                        .map(endpoint -> endpoint.channel().wire())
                        .distinct()
                        .toList()))
            .put(
                "endpoints",
                JsonArray.of(
                    agency.endpoints().stream().map(endpoint -> of(endpoint, moment)).toList()));
    if (agency.highRisk()) {
      json.put("highRisk", true);
    }
    if (held) {
      json.put("heldBack", true);
    }
    return json.build();
  }

  private static JsonObject of(Endpoint endpoint, Instant moment) {
    return JsonObject.builder()
        .put("id", endpoint.id())
        .put("channel", endpoint.channel().wire())
        .put(
            "certificates",
            JsonArray.of(
                endpoint.encryptionCertificates().stream()
                    .map(certificate -> of(certificate, moment))
                    .toList()))
        .build();
  }

  private static JsonObject of(RecipientCertificate certificate, Instant moment) {
    Validity validity = Validity.of(certificate.certificate());
    return JsonObject.builder()
        .put("sha256", certificate.sha256().hex())
        .put("algorithm", certificate.algorithm().wireName())
        .put("validFrom", UtcText.millis(validity.from()))
        .put("validUntil", UtcText.millis(validity.until()))
        .put("expiry", validity.expiry(moment).wire())
        .build();
  }
}
