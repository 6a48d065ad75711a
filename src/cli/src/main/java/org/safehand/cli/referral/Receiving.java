package org.safehand.cli.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<String> highRisk;

  private Receiving(Answer answer, Map<String, String> endpoints, Set<String> highRisk) {
    this.answer = answer;
    this.endpoints = Map.copyOf(endpoints);
    this.highRisk = Set.copyOf(highRisk);
  }

  static Receiving agencies(Gateway gateway) throws CliException {
    Answer answer = gateway.get(ApiPath.AGENCIES);
    Map<String, String> endpoints = new HashMap<>();
    Set<String> highRisk = new HashSet<>();
    try {
      for (JsonObject agency : answer.json().array("items").objects()) {
        List<JsonObject> of = agency.array("endpoints").objects();
        if (!of.isEmpty()) {
          endpoints.put(agency.string("id"), of.get(0).string("id"));
        }
        if (agency.has("highRisk") && agency.bool("highRisk")) {
          highRisk.add(agency.string("id"));
        }
      }
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
    return new Receiving(answer, endpoints, highRisk);
  }

  /**
   * Of all that a release of {@code seal} to {@code recipients} does.
   *
   * @param second that another supervisor released it first
   */
  Digest digest(Digest seal, List<String> recipients, boolean second) throws CliException {
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
                .putIfPresent("act", act(recipients, second))
                .put("recipients", JsonArray.of(named))
                .put("sealDigest", seal.hex())
                .build()));
  }

  /** Which of two supervisors' acts it is; empty where it takes one. */
  private Optional<String> act(List<String> recipients, boolean second) {
    if (second) {
      return Optional.of("second");
    }
    return recipients.stream().anyMatch(highRisk::contains)
        ? Optional.of("first")
        : Optional.empty();
  }
}
