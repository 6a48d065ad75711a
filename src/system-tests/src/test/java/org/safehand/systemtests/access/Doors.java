package org.safehand.systemtests.access;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.safehand.systemtests.gateway.Documents;
import org.safehand.systemtests.gateway.Sample;

/** By which door each line of the tables asks: all that the API has, some of them twice. */
final class Doors {
  static final String REASON = "for the table";

  /** What nothing has as its digest. */
  static final String ZERO = "0".repeat(64);

  private static final String CASE = "/referrals/{id}";
  private static final String EXTRACTS = CASE + "/custody/extracts";
  private static final String DISPATCH = "/dispatches/{id}";
  private static final String GLASS = "/break-glass";
  private static final String PROPOSALS = "/proposals";
  private static final String PROPOSAL = PROPOSALS + "/{id}";

  private static final Door.Body BECAUSE = of -> "{\"reason\":\"%s\"}".formatted(REASON);

  /** Refused for that to whoever may. */
  private static final Door.Body NO_REASON = of -> "{\"reason\":\"\"}";

  /** Somebody who is there already. */
  private static final String KNOWN_PERSON =
      """
      {"kind": "person-create", "person": {"number": "officer1", "displayName": "Olga Officer",
       "roles": ["referral-officer"], "unit": "hotline"}}
      """;

  /** An agency in a revision that it never had. */
  private static final String KNOWN_AGENCY =
      """
      {"kind": "agency-remove", "id": "AG-N-001", "revision": 4711}
      """;

  private static final String NO_CERTIFICATE =
      "{\"agency\": \"AG-N-001\", \"certificate\": \"none\"}";

  static final Map<String, Door> ALL =
      Stream.of(ofCases(), ofDispatches(), ofEmergencies(), ofAgencies(), ofPeople(), ofTheLog())
          .flatMap(doors -> doors.entrySet().stream())
          .map(Doors::named)
          .collect(toMap(Entry::getKey, Entry::getValue));

  private Doors() {}

  static Door of(String name) {
    Door door = ALL.get(name);
    if (door == null) {
      throw new AssertionError("no door for " + name);
    }
    return door;
  }

  /** A door is named as its operation is, where it does not say otherwise. */
  private static Entry<String, Door> named(Entry<String, Door> entry) {
    Door door = entry.getValue();
    return Map.entry(entry.getKey(), door.operation().isEmpty() ? door.asks(entry.getKey()) : door);
  }

  private static Map<String, Door> ofCases() {
    return Map.ofEntries(
        Map.entry("create-draft", Door.json("POST", "/referrals", of -> Documents.good())),
        Map.entry("search", Door.get("/referrals")),
        Map.entry("read-case", Door.get(CASE)),
        Map.entry("edit-draft", Door.json("PUT", CASE, of -> Documents.good())),
        Map.entry("add-exhibit", new Door("POST", CASE + "/exhibits", "", "", Doors::exhibit)),
        Map.entry(
            "remove-exhibit",
            Door.json("DELETE", CASE + "/exhibits/{number}", BECAUSE).asks("edit-draft")),
        Map.entry(
            "open-exhibit",
            Door.json(
                "POST", CASE + "/exhibits/{number}/openings", of -> "{\"purpose\":\"to see\"}")),
        Map.entry("download-exhibit", Door.get("/openings/{id}").asks("open-exhibit")),
        Map.entry("submit", Door.bare("POST", CASE + "/submit")),
        Map.entry("return", Door.json("POST", CASE + "/return", BECAUSE)),
        Map.entry("withdraw", Door.json("POST", CASE + "/withdrawal", BECAUSE)),
        Map.entry("withdraw-released", Door.json("POST", CASE + "/release-withdrawal", BECAUSE)),
        Map.entry(
            "release",
            Door.json(
                    "POST",
                    CASE + "/release",
                    of ->
                        "{\"sealDigest\":\"%s\",\"recipients\":[\"AG-N-001\"]}"
                            .formatted(of.word()))
                .wrongly("release-recipients-differ")),
        Map.entry(
            "hand-over", Door.json("PUT", CASE + "/assignee", of -> "{\"assignee\":\"officer2\"}")),
        Map.entry("read-custody", Door.get(CASE + "/custody")),
        Map.entry("report", Door.json("POST", EXTRACTS, of -> order())),
        Map.entry("fetch-report", Door.get(EXTRACTS + "/{extractId}").asks("report")));
  }

  private static Map<String, Door> ofDispatches() {
    return Map.of(
        "read-dispatches", Door.get(CASE + "/dispatches").asks("read-dispatch"),
        "read-dispatch", Door.get(DISPATCH),
        "read-receipt", Door.get(DISPATCH + "/receipt").asks("read-dispatch"),
        "prove-receipt", Door.get(DISPATCH + "/receipt/proof").asks("read-log"),
        "count-dispatches", Door.get("/dispatch-counts").asks("read-dispatch"),
        "fetch-package", new Door("GET", DISPATCH + "/package", "", "", Doors::firstByte),
        "suspend-dispatch", Door.json("POST", DISPATCH + "/suspension", BECAUSE),
        "resume-dispatch", Door.json("POST", DISPATCH + "/resumption", BECAUSE),
        "reissue",
            Door.json("POST", DISPATCH + "/reissue", of -> reissue())
                .wrongly("reissue-unknown-certificate"));
  }

  private static Map<String, Door> ofEmergencies() {
    return Map.of(
        "break-glass",
            Door.json(
                    "POST",
                    GLASS,
                    of -> "{\"reference\":\"%s\",\"reason\":\"%s\"}".formatted(of.word(), REASON))
                .wrongly("glass-not-needed"),
        "read-own-glass", Door.get(GLASS + "/mine").asks("break-glass"),
        "end-glass", Door.bare("POST", GLASS + "/{id}/end").asks("break-glass"),
        "list-glasses", Door.get(GLASS).asks("review-glass"),
        "review-glass",
            Door.json("POST", GLASS + "/{id}/review", of -> "{\"finding\":\"was right\"}"),
        "ask-step-up", Door.json("POST", "/step-ups", Doors::stepUp).asks("release"),
        "answer-step-up",
            Door.json("PUT", "/step-ups/{id}", of -> "{\"idToken\":\"none\"}")
                .wrongly("id-token-malformed"));
  }

  private static Map<String, Door> ofAgencies() {
    return Map.of(
        "search-agencies", Door.get("/agencies").asks("search"),
        "hold-agency",
            Door.json("PUT", "/agencies/{id}/hold", NO_REASON)
                .asks("suspend-dispatch")
                .wrongly("field-required"),
        "lift-hold",
            Door.json("POST", "/agencies/{id}/hold/lift", BECAUSE).asks("manage-endpoints"),
        "read-holds", Door.get("/holds").asks("manage-endpoints"),
        "read-registry", Door.get("/registry").asks("manage-endpoints"),
        "read-settings", Door.get("/settings").asks("manage-endpoints"),
        "challenge-key",
            Door.json("POST", "/key-challenges", of -> NO_CERTIFICATE)
                .asks("manage-endpoints")
                .wrongly("value-invalid"));
  }

  private static Map<String, Door> ofPeople() {
    return Map.ofEntries(
        Map.entry("read-me", Door.get("/me")),
        Map.entry("read-duty", Door.get("/duty").asks("hand-over")),
        Map.entry(
            "add-duty",
            Door.json("POST", "/duty", of -> shift())
                .asks("hand-over")
                .wrongly("assignee-not-eligible")),
        Map.entry("remove-duty", Door.bare("DELETE", "/duty/{id}").asks("hand-over")),
        Map.entry("read-people", Door.get("/people").asks("manage-users")),
        Map.entry("read-person", Door.get("/people/{number}").asks("manage-users")),
        Map.entry(
            "end-session",
            Door.json("POST", "/people/{number}/session-end", NO_REASON).wrongly("field-required")),
        Map.entry("read-proposals", Door.get(PROPOSALS).asks("manage-users")),
        Map.entry(
            "manage-users",
            Door.json("POST", PROPOSALS, of -> KNOWN_PERSON).wrongly("person-known-already")),
        Map.entry(
            "manage-endpoints",
            Door.json("POST", PROPOSALS, of -> KNOWN_AGENCY).wrongly("revision-conflict")),
        Map.entry("read-proposal", Door.get(PROPOSAL).asks("manage-users")),
        Map.entry(
            "approve",
            Door.json(
                "POST", PROPOSAL + "/approve", of -> "{\"digest\":\"%s\"}".formatted(of.word()))),
        Map.entry(
            "reject",
            Door.json(
                "POST",
                PROPOSAL + "/reject",
                of -> "{\"digest\":\"%s\",\"reason\":\"%s\"}".formatted(of.word(), REASON))),
        Map.entry("withdraw-proposal", Door.bare("POST", PROPOSAL + "/withdraw")));
  }

  private static Map<String, Door> ofTheLog() {
    return Map.of(
        "read-log", Door.get("/log/standing"),
        "verify-log", Door.bare("POST", "/log/verifications").asks("read-log"));
  }

  /** What is asked for of an extract. */
  static String order() {
    return "{\"level\":\"headers\",\"purpose\":\"%s\",\"toDate\":false}".formatted(REASON);
  }

  static String shift() {
    Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return "{\"person\":\"officer1\",\"from\":\"%s\",\"until\":\"%s\"}"
        .formatted(from, from.plus(1, ChronoUnit.HOURS));
  }

  private static String reissue() {
    return "{\"certificate\":\"%s\",\"reason\":\"%s\"}".formatted(ZERO, REASON);
  }

  private static String stepUp(Asked of) {
    return "{\"operation\":\"release\",\"object\":\"%s\",\"etag\":\"%s\",\"digest\":\"%s\"}"
        .formatted(of.referral(), of.caseTag().replace("\"", "\\\""), ZERO);
  }

  private static BodyPublisher exhibit(HttpRequest.Builder request, Asked of) throws IOException {
    Sample sample = Sample.text("more.txt", "more");
    request
        .header("Content-Type", sample.mediaType())
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + sample.name())
        .header("Content-Digest", sample.contentDigest());
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(sample.content()), sample.size());
  }

  private static BodyPublisher firstByte(HttpRequest.Builder request, Asked of) {
    request.header("Range", "bytes=0-0");
    return BodyPublishers.noBody();
  }
}
