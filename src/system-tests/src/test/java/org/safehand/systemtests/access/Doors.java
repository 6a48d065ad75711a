package org.safehand.systemtests.access;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.Documents;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.Sample;

/** How each operation is asked for: a request that is refused for who asks, or not at all. */
final class Doors {
  private static final String REFERRALS = "/api/v1/referrals/";
  private static final String DISPATCHES = "/api/v1/dispatches/";
  private static final String OPENINGS = "/api/v1/openings/";
  private static final String ZERO = "0".repeat(64);

  /** Somebody who is there already, so that whoever may propose is refused for that. */
  private static final String KNOWN =
      """
      {"kind": "person-create", "person": {"number": "officer1", "displayName": "Olga Officer",
       "roles": ["referral-officer"], "unit": "hotline"}}
      """;

  private static final String BREAK_GLASS = "/api/v1/break-glass";

  /** Refused for the reason to whoever may break it. */
  private static final String NO_REASON =
      "{\"reference\": \"SH-2026-00000000-00\", \"reason\": \"\"}";

  /** An agency in a revision that it never had. */
  private static final String KNOWN_AGENCY =
      """
      {"kind": "agency-remove", "id": "AG-N-001", "revision": 4711}
      """;

  /** Refused for the certificate to whoever may challenge a key. */
  private static final String NO_CERTIFICATE =
      "{\"agency\": \"AG-N-001\", \"certificate\": \"none\"}";

  private static final String EMPTY_REASON = "{\"reason\": \"\"}";

  private static final String REASON = "{\"reason\": \"for the table\"}";

  private Doors() {}

  static Answer ask(Api who, String operation, Asked of) throws Exception {
    return switch (operation) {
      case "create-draft" -> who.post("/api/v1/referrals", Documents.good());
      case "edit-draft" -> who.put(REFERRALS + of.referral(), Documents.good(), of.etag());
      case "add-exhibit" -> Referrals.add(who, of.referral(), Sample.text("more.txt", "more"));
      case "remove-exhibit" ->
          who.delete(REFERRALS + of.referral() + "/exhibits/1", REASON, of.etag());
      case "submit" -> who.change(REFERRALS + of.referral() + "/submit", of.etag());
      case "read-case" -> who.get(REFERRALS + of.referral());
      case "open-exhibit" -> openExhibit(who, of);
      case "download-exhibit" -> who.fetch(OPENINGS + of.dispatch());
      case "withdraw" -> close(who, of, "withdrawal");
      case "return" -> close(who, of, "return");
      case "release" -> release(who, of);
      case "reissue" -> reissue(who, of);
      case "read-dispatch" -> who.get(DISPATCHES + of.dispatch());
      case "read-dispatches" -> who.get(REFERRALS + of.referral() + "/dispatches");
      case "count-dispatches" -> who.get("/api/v1/dispatch-counts");
      case "read-receipt" -> who.fetch(DISPATCHES + of.dispatch() + "/receipt");
      case "prove-receipt" -> proofOfReceipt(who, of);
      case "fetch-package" -> packageOf(who, of);
      case "read-custody" -> who.get(REFERRALS + of.referral() + "/custody");
      case "read-log" -> who.get("/api/v1/log/standing");
      case "verify-log" -> who.send(who.to("/api/v1/log/verifications").POST(nothing()));
      case "search" -> who.get("/api/v1/referrals");
      case "search-agencies" -> who.get("/api/v1/agencies");
      case "report" -> report(who, of);
      case "withdraw-released" -> withdrawReleased(who, of);
      case "suspend-dispatch" -> hold(who, of, "suspension");
      case "resume-dispatch" -> hold(who, of, "resumption");
      case "hold-agency" -> who.put("/api/v1/agencies/AG-S-002/hold", EMPTY_REASON);
      case "lift-hold" -> who.post("/api/v1/agencies/AG-S-002/hold/lift", REASON, of.etag());
      case "read-holds" -> who.get("/api/v1/holds");
      case "read-own-glass" -> who.get(BREAK_GLASS + "/mine");
      case "break-glass" -> who.post(BREAK_GLASS, NO_REASON);
      case "end-session" -> who.post("/api/v1/people/officer1/session-end", EMPTY_REASON);
      case "review-glass" -> who.get(BREAK_GLASS);
      case "hand-over" -> handOver(who, of);
      case "read-duty" -> who.get("/api/v1/duty");
      case "manage-users" -> who.post("/api/v1/proposals", KNOWN);
      case "manage-endpoints" -> who.post("/api/v1/proposals", KNOWN_AGENCY);
      case "challenge-key" -> who.post("/api/v1/key-challenges", NO_CERTIFICATE);
      case "decide-endpoints" -> decide(who, of);
      case "read-registry" -> who.get("/api/v1/registry");
      case "read-settings" -> who.get("/api/v1/settings");
      case "read-people" -> who.get("/api/v1/people");
      case "read-proposals" -> who.get("/api/v1/proposals");
      default -> throw new AssertionError("no door for " + operation);
    };
  }

  private static Answer close(Api who, Asked of, String how) throws Exception {
    return who.post(
        REFERRALS + of.referral() + "/" + how, "{\"reason\":\"for the table\"}", of.etag());
  }

  /** In both steps, so that whoever may has it. */
  private static Answer openExhibit(Api who, Asked of) throws Exception {
    Answer opened = Referrals.openExhibit(who, of.referral(), 1);
    return opened.status() == 201
        ? who.fetch(OPENINGS + opened.json().path("id").asText())
        : opened;
  }

  /** Refused to whoever may, for a version that nobody has read. */
  private static Answer withdrawReleased(Api who, Asked of) throws Exception {
    return who.post(REFERRALS + of.referral() + "/release-withdrawal", REASON, "\"v999\"");
  }

  private static Answer hold(Api who, Asked of, String how) throws Exception {
    return who.post(DISPATCHES + of.dispatch() + "/" + how, REASON, of.etag());
  }

  private static Answer release(Api who, Asked of) throws Exception {
    String body =
        "{\"sealDigest\":\"%s\",\"recipients\":[\"AG-N-001\"]}".formatted(of.sealDigest());
    return who.post(REFERRALS + of.referral() + "/release", body, of.etag());
  }

  private static Answer reissue(Api who, Asked of) throws Exception {
    String body = "{\"certificate\":\"%s\",\"reason\":\"for the table\"}".formatted(ZERO);
    return who.post(DISPATCHES + of.dispatch() + "/reissue", body, of.etag());
  }

  private static Answer decide(Api who, Asked of) throws Exception {
    return who.post(
        "/api/v1/proposals/" + of.dispatch() + "/approve",
        "{\"digest\":\"%s\"}".formatted(of.sealDigest()),
        of.etag());
  }

  private static Answer handOver(Api who, Asked of) throws Exception {
    return who.put(
        REFERRALS + of.referral() + "/assignee", "{\"assignee\":\"officer2\"}", of.etag());
  }

  private static Answer packageOf(Api who, Asked of) throws Exception {
    return who.send(
        who.to(DISPATCHES + of.dispatch() + "/package")
            .setHeader("Accept", "*/*")
            .header("Range", "bytes=0-0")
            .GET());
  }

  /** Once it is witnessed: until then whoever may is asked to wait, which is no event. */
  private static Answer proofOfReceipt(Api who, Asked of) throws Exception {
    String path = DISPATCHES + of.dispatch() + "/receipt/proof";
    Answer[] last = {who.fetch(path)};
    Await.until(
        "the proof of the receipt",
        Duration.ofMinutes(1),
        () -> {
          boolean waits = last[0].status() == 409;
          if (waits) {
            last[0] = who.fetch(path);
          }
          return !waits;
        });
    return last[0];
  }

  private static Answer report(Api who, Asked of) throws Exception {
    String body = "{\"level\":\"headers\",\"purpose\":\"for the table\"}";
    return who.post(REFERRALS + of.referral() + "/custody/extracts", body);
  }

  private static BodyPublisher nothing() {
    return BodyPublishers.noBody();
  }
}
