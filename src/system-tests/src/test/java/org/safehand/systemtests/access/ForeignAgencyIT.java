package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;

/**
 * Another agency's case does not exist: whatever is asked of it, the answer is that which an id
 * gets that nobody ever gave out, to the last header.
 */
class ForeignAgencyIT {
  private static final String REFERRAL = "/api/v1/referrals/";
  private static final String DISPATCH = "/api/v1/dispatches/";

  private final RunningGateway gateway = RunningGateway.get();
  private final Api stranger = gateway.liaison("AG-S-002");

  /** A request of which only the id is open. */
  private record Probe(String method, String before, String after, Map<String, String> headers) {
    Answer of(Api who, String id) throws Exception {
      HttpRequest.Builder request =
          who.to(before + id + after)
              .setHeader("Accept", "*/*")
              .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"));
      headers.forEach(request::setHeader);
      return who.send(request);
    }

    @Override
    public String toString() {
      return method + " " + before + "{id}" + after + " " + headers;
    }
  }

  static List<Probe> probes() {
    Map<String, String> none = Map.of();
    Map<String, String> json =
        Map.of(
            "Content-Type", "application/json",
            "If-Match", "\"1\"",
            "Idempotency-Key", UUID.randomUUID().toString());
    return List.of(
        new Probe("GET", REFERRAL, "", none),
        new Probe("GET", REFERRAL, "", Map.of("If-None-Match", "\"1\"")),
        new Probe("GET", REFERRAL, "/dispatches", none),
        new Probe("GET", REFERRAL, "/custody", none),
        new Probe("POST", REFERRAL, "/exhibits/1/openings", json),
        new Probe("POST", REFERRAL, "/submit", Map.of("If-Match", "\"1\"")),
        new Probe("POST", REFERRAL, "/release", json),
        new Probe("POST", REFERRAL, "/return", json),
        new Probe("POST", REFERRAL, "/withdrawal", json),
        new Probe("POST", REFERRAL, "/custody/extracts", json),
        new Probe("POST", REFERRAL, "/release-withdrawal", json),
        new Probe("POST", DISPATCH, "/suspension", json),
        new Probe("POST", DISPATCH, "/resumption", json),
        new Probe("GET", DISPATCH, "", none),
        new Probe("GET", DISPATCH, "/receipt", none),
        new Probe("GET", DISPATCH, "/receipt/proof", none),
        new Probe("GET", DISPATCH, "/package", none),
        new Probe("GET", DISPATCH, "/package", Map.of("Range", "bytes=0-0")),
        new Probe("GET", DISPATCH, "/package", Map.of("If-None-Match", "\"1\"")),
        new Probe("POST", DISPATCH, "/reissue", json));
  }

  @ParameterizedTest
  @MethodSource("probes")
  void anotherAgencysCase_isAnsweredAsNothingAtAll(Probe probe) throws Exception {
    String foreign =
        probe.before().equals(REFERRAL)
            ? gateway.delivered().referral()
            : gateway.delivered().dispatch();
    Answer theirs = probe.of(stranger, foreign);
    Answer nothing = probe.of(stranger, neverGiven(foreign));
    assertThat(theirs.status()).as(theirs.text()).isEqualTo(nothing.status());
    assertThat(theirs.status()).isBetween(400, 499).isNotEqualTo(403);
    assertThat(said(theirs)).isEqualTo(said(nothing));
    assertThat(headers(theirs)).isEqualTo(headers(nothing));
  }

  @Test
  void lists_doNotChange_whenAnotherAgencyGetsACase() throws Exception {
    Map<String, String> before = lists();
    gateway.deliver(Sample.text("note.txt", "for the north alone"));
    assertThat(lists()).isEqualTo(before);
  }

  /** An id of the same form and time that nobody ever gave out. */
  private static String neverGiven(String id) {
    int last = id.length() - 1;
    return id.substring(0, last) + (id.charAt(last) == '0' ? '1' : '0');
  }

  private Map<String, String> lists() throws Exception {
    Map<String, String> seen = new TreeMap<>();
    for (String path :
        List.of("/api/v1/referrals", "/api/v1/referrals?limit=1", "/api/v1/agencies")) {
      Answer answer = stranger.get(path);
      assertThat(answer.status()).isEqualTo(200);
      seen.put(path, answer.text() + headers(answer));
    }
    return seen;
  }

  /** Without what is different each time. */
  private static String said(Answer answer) {
    ObjectNode problem = answer.json().deepCopy();
    problem.remove(List.of("traceId", "instance"));
    return problem.toString();
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    headers.remove("content-length");
    return headers;
  }
}
