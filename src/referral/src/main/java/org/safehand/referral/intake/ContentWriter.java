package org.safehand.referral.intake;

import java.util.List;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.content.Handling;
import org.safehand.referral.content.Header;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.content.SchemeValue;
import org.safehand.referral.location.LocationItem;
import org.safehand.referral.location.Network;

/** Writes records as the document that they were read from. */
final class ContentWriter {
  private ContentWriter() {}

  static JsonObject content(ReferralContent content) {
    return JsonObject.builder()
        .put("header", header(content.header()))
        .put("handling", handling(content.handling()))
        .put(
            "legalBasis",
            JsonObject.builder()
                .put("provision", content.legalBasis().provision())
                .put("purpose", content.legalBasis().purpose())
                .build())
        .put(
            "locations",
            JsonArray.of(content.locations().stream().map(ContentWriter::location).toList()))
        .build();
  }

  private static JsonObject header(Header header) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("hotlineReference", header.hotlineReference())
            .put("incidentTime", UtcText.millis(header.incidentTime()))
            .put("incidentType", header.incidentType().wire())
            .put("urgency", header.urgency().wire())
            .putIfPresent("urgencyReason", header.urgencyReason())
            .put("sourceOfReport", header.sourceOfReport().wire())
            .put("originator", originator(header))
            .put("jurisdictions", jurisdictions(header))
            .putIfPresent("narrative", header.narrative())
            .put("languages", JsonArray.ofStrings(header.languages()))
            .put("exercise", header.exercise());
    header
        .knownToPolice()
        .ifPresent(
            matter ->
                json.put(
                    "knownToPolice",
                    JsonObject.builder()
                        .put("agency", matter.agency())
                        .put("caseNumber", matter.caseNumber())
                        .putIfPresent("officer", matter.officer())
                        .build()));
    return json.build();
  }

  private static JsonObject originator(Header header) {
    return JsonObject.builder()
        .put("organisation", header.originator().organisation())
        .put("contact", header.originator().contact())
        .put("phone", header.originator().phone())
        .build();
  }

  private static JsonArray jurisdictions(Header header) {
    return JsonArray.of(
        header.jurisdictions().stream()
            .map(
                jurisdiction ->
                    JsonObject.builder()
                        .put("country", jurisdiction.country())
                        .put("basis", jurisdiction.basis().wire())
                        .put("confidence", jurisdiction.confidence().wire())
                        .build())
            .toList());
  }

  private static JsonObject handling(Handling handling) {
    return JsonObject.builder()
        .put("useCode", handling.useCode().wire())
        .putIfPresent("useRestriction", handling.useRestriction())
        .put("evaluation", schemeValue(handling.evaluation()))
        .put("sharing", handling.sharing().wire())
        .put("classification", schemeValue(handling.classification()))
        .build();
  }

  private static JsonObject schemeValue(SchemeValue value) {
    return JsonObject.builder().put("scheme", value.scheme()).put("value", value.value()).build();
  }

  private static JsonObject location(LocationItem item) {
    List<JsonObject> traces =
        item.traces().stream()
            .map(
                trace ->
                    JsonObject.builder()
                        .put("method", trace.method())
                        .put("time", UtcText.millis(trace.time()))
                        .put("result", trace.result())
                        .build())
            .toList();
    return JsonObject.builder()
        .put("url", item.address().observed())
        .put("normalised", item.address().normalised())
        .put("defanged", item.address().defanged())
        .put("observedAt", UtcText.millis(item.observedAt()))
        .put("network", network(item.network()))
        .put("traces", JsonArray.of(traces))
        .put("onlineState", item.onlineState().wire())
        .put("siteType", item.siteType().wire())
        .put("commerciality", item.commerciality().wire())
        .put(
            "paymentMethods",
            JsonArray.ofStrings(
                item.paymentMethods().stream().map(method -> method.wire()).toList()))
        .build();
  }

  private static JsonObject network(Network network) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .putIfPresent("ip", network.ip())
            .putIfPresent("hoster", network.hoster())
            .put("country", network.country())
            .put("cdn", network.cdn())
            .putIfPresent("registrar", network.registrar())
            .putIfPresent("registry", network.registry())
            .put("nameServers", JsonArray.ofStrings(network.nameServers()));
    network.port().ifPresent(port -> json.put("port", port));
    network.asn().ifPresent(asn -> json.put("asn", asn));
    return json.build();
  }
}
