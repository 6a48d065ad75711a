package org.safehand.referral.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.code.Code;
import org.safehand.referral.code.Commerciality;
import org.safehand.referral.code.OnlineState;
import org.safehand.referral.code.SiteType;
import org.safehand.referral.location.LocationItem;
import org.safehand.referral.location.Network;
import org.safehand.referral.location.PaymentMethod;
import org.safehand.referral.location.Trace;
import org.safehand.referral.location.WebAddress;

/** Makes location items of a document whose shape and rules hold. */
final class LocationReader {
  private LocationReader() {}

  static LocationItem location(JsonObject json) throws JsonException {
    List<Trace> traces = new ArrayList<>();
    for (JsonObject trace : json.array("traces").objects()) {
      traces.add(
          new Trace(
              trace.string("method"), ContentReader.time(trace, "time"), trace.string("result")));
    }
    return new LocationItem(
        new WebAddress(json.string("url")),
        ContentReader.time(json, "observedAt"),
        network(json.object("network")),
        traces,
        Code.of(OnlineState.values(), json.string("onlineState")),
        Code.of(SiteType.values(), json.string("siteType")),
        Code.of(Commerciality.values(), json.string("commerciality")),
        strings(json, "paymentMethods").stream()
            .map(method -> Code.of(PaymentMethod.values(), method))
            .toList());
  }

  private static Network network(JsonObject json) throws JsonException {
    return new Network(
        json.optionalString("ip"),
        number(json, "port"),
        json.optionalString("hoster"),
        number(json, "asn"),
        json.string("country"),
        json.bool("cdn"),
        json.optionalString("registrar"),
        json.optionalString("registry"),
        strings(json, "nameServers"));
  }

  private static Optional<Long> number(JsonObject json, String name) throws JsonException {
    return json.has(name) ? Optional.of(json.integer(name)) : Optional.empty();
  }

  private static List<String> strings(JsonObject json, String name) throws JsonException {
    return json.has(name) ? json.array(name).strings() : List.of();
  }
}
