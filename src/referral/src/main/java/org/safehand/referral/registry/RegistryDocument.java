package org.safehand.referral.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.ListShape;
import org.safehand.referral.document.NumberShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.refusal.FieldFault;

/**
 * A whole registry as JSON: {@code version}, {@code agencies} and {@code authorities}. With it a
 * gateway begins; one wrong line and there is none, so that nothing is sent by half of one.
 */
public final class RegistryDocument {
  /** Endpoints have lists of certificates since version 2, and had one for each purpose before. */
  private static final long VERSION = 2;

  private static final ObjectShape SHAPE =
      ObjectShape.empty()
          .must("version", new NumberShape(VERSION, VERSION))
          .must("agencies", new ListShape(AgencyJson.SHAPE, 0, 1000))
          .must("authorities", AuthorityJson.SHAPE);

  private RegistryDocument() {}

  /**
   * The first registry, of a document in any layout.
   *
   * @throws JsonException if it is no JSON
   * @throws IllegalArgumentException with every field at fault, or with what contradicts itself
   */
  public static Registry first(byte[] bytes) throws JsonException {
    JsonObject json = Jcs.requireObject(Jcs.readAnyLayout(bytes));
    Faults faults = new Faults();
    SHAPE.check(json, "", faults);
    if (!faults.found().isEmpty()) {
      throw new IllegalArgumentException(
          faults.found().stream().map(RegistryDocument::words).collect(Collectors.joining("; ")));
    }
    List<Agency> agencies = new ArrayList<>();
    for (JsonObject entry : json.array("agencies").objects()) {
      agencies.add(AgencyJson.agency(entry));
    }
    return Registry.first(agencies, AuthorityJson.authorities(json.array("authorities")));
  }

  /** The one spelling of {@code registry}, of which events name the digest. */
  public static byte[] canonical(Registry registry) {
    return Jcs.write(
        JsonObject.builder()
            .put("version", VERSION)
            .put(
                "agencies",
                JsonArray.of(
                    registry.agencies().stream()
                        .map(entry -> AgencyJson.of(entry.agency()))
                        .toList()))
            .put("authorities", AuthorityJson.of(registry.authorities()))
            .build());
  }

  /** SHA-256 of {@link #canonical}. */
  public static Digest digest(Registry registry) {
    return Digest.of(canonical(registry));
  }

  private static String words(FieldFault fault) {
    return fault.pointer() + " " + fault.detail();
  }
}
