package org.safehand.cli.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** Where the agencies receive, as the gateway says now. */
final class Receiving {
  private final Answer answer;
  private final Map<String, String> endpoints;

  private Receiving(Answer answer, Map<String, String> endpoints) {
    this.answer = answer;
    this.endpoints = Map.copyOf(endpoints);
  }

  static Receiving agencies(Gateway gateway) throws CliException {
    Answer answer = gateway.get(ApiPath.AGENCIES);
    Map<String, String> endpoints = new HashMap<>();
    try {
      for (JsonObject agency : answer.json().array("items").objects()) {
        List<JsonObject> of = agency.array("endpoints").objects();
        if (!of.isEmpty()) {
          endpoints.put(agency.string("id"), of.get(0).string("id"));
        }
      }
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
    return new Receiving(answer, endpoints);
  }

  /** Of all that a release of {@code seal} to {@code recipients} does. */
  Digest digest(Digest seal, List<String> recipients) throws CliException {
    List<JsonObject> named = new ArrayList<>();
    for (String agency : recipients.stream().sorted().toList()) {
      if (!endpoints.containsKey(agency)) {
        throw new CliException(CliCode.ANSWER_MALFORMED, answer.place(), "does not list " + agency);
      }
      named.add(
          JsonObject.builder()
              .put("agency", agency)
              .put("endpoint", endpoints.get(agency))
              .build());
    }
    return Digest.of(
        Jcs.write(
            JsonObject.builder()
                .put("recipients", JsonArray.of(named))
                .put("sealDigest", seal.hex())
                .build()));
  }
}
