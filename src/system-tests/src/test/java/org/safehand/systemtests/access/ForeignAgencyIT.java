package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Grants;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;
import org.safehand.systemtests.gateway.StepUp;

/**
 * Another agency's case does not exist: whatever is asked of it, well-formed and by every door, the
 * answer is that which an id gets that nobody ever gave out, to the last header. The case keeps
 * that somebody asked.
 */
class ForeignAgencyIT {
  private static final String NOT_FOUND = "(referral|dispatch)-not-found";

  private static final RunningGateway GATEWAY = RunningGateway.get();

  private final Api stranger = GATEWAY.liaison("AG-S-002");

  private static Asked foreign = Asked.NOTHING;
  private static String extract = "";
  private static Denials denials;

  @BeforeAll
  static void aCaseOfTheNorth() throws Exception {
    denials = new Denials(GATEWAY);
    String referral = GATEWAY.delivered().referral();
    foreign =
        new Asked(referral, "\"v1\"", GATEWAY.delivered().dispatch(), "\"v1\"", "0".repeat(64));
    Api auditor = GATEWAY.auditor();
    Asked read = new Asked(referral, Referrals.etag(auditor, referral), "", "", "");
    String digest = Sample.text("order", Doors.order()).sha256();
    new Grants(GATEWAY).keep("auditor1", new StepUp("report", referral, read.caseTag(), digest));
    extract = Cases.done(Doors.of("report").ask(auditor, read)).json().path("id").asText();
  }

  @AfterAll
  static void close() throws Exception {
    denials.close();
  }

  /** A request by a door, of which only the ids are open. */
  private record Probe(String door, Map<String, String> headers) {
    Answer of(Api who, Asked asked) throws IOException, InterruptedException {
      HttpRequest.Builder request = Doors.of(door).request(who, asked);
      headers.forEach(request::setHeader);
      return who.send(request);
    }
  }

  static List<Probe> probes() {
    Stream<Probe> plain =
        Doors.ALL.entrySet().stream()
            .filter(
                door ->
                    door.getValue().path().matches("/(referrals|dispatches)/\\{id}.*|/step-ups"))
            .map(door -> new Probe(door.getKey(), Map.of()));
    Stream<Probe> conditional =
        Stream.of("read-case", "read-dispatch", "fetch-package")
            .map(door -> new Probe(door, Map.of("If-None-Match", "\"v1\"")));
    return Stream.concat(plain, conditional).toList();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void anotherAgencysCase_isAnsweredAsNothingAtAll(Probe probe) throws Exception {
    Asked theirs = probe.door().equals("fetch-report") ? withExtract() : foreign;
    Asked nothing =
        new Asked(
            neverGiven(theirs.referral()),
            theirs.caseTag(),
            probe.door().equals("fetch-report") ? theirs.part() : neverGiven(theirs.part()),
            theirs.partTag(),
            theirs.word());
    Answer unknown = probe.of(stranger, nothing);
    Denials.Standing before = denials.now();
    Answer answer = probe.of(stranger, theirs);
    String leaf = denials.oneMore(before, probe.toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(404).isEqualTo(unknown.status());
    assertThat(answer.code()).matches(NOT_FOUND);
    assertThat(said(answer, theirs)).isEqualTo(said(unknown, nothing));
    assertThat(headers(answer)).isEqualTo(headers(unknown));
    assertThat(Denials.newest(GATEWAY.auditor(), theirs.referral()).path("leafHash").asText())
        .isEqualTo(leaf);
  }

  private static Asked withExtract() {
    return new Asked(foreign.referral(), "", extract, "", "");
  }

  @Test
  void lists_doNotChange_whenAnotherAgencyGetsACase() throws Exception {
    Cases cases = new Cases(GATEWAY);
    cases.sent("AG-S-002", "AVAILABLE");
    cases.sent("AG-S-002", "AVAILABLE");
    List<String> before = lists();
    assertThat(before).as("pages of one case, and what else is listed").hasSizeGreaterThan(3);
    cases.sent("AG-N-001", "DELIVERED");
    assertThat(lists()).isEqualTo(before);
  }

  /** An id of the same form and time that nobody ever gave out. */
  private static String neverGiven(String id) {
    int last = id.length() - 1;
    return id.substring(0, last) + (id.charAt(last) == '0' ? '1' : '0');
  }

  /** The first page of each list, and every page of one case each. */
  private List<String> lists() throws Exception {
    List<String> seen = new ArrayList<>();
    for (String path : List.of("/api/v1/referrals", "/api/v1/agencies")) {
      seen.add(page(path).text());
    }
    String path = "/api/v1/referrals?limit=1";
    while (!path.isEmpty()) {
      Answer page = page(path);
      seen.add(page.text() + headers(page));
      String next = page.json().path("next").asText("");
      path = next.isEmpty() ? "" : "/api/v1/referrals?limit=1&cursor=" + next;
    }
    return seen;
  }

  private Answer page(String path) throws Exception {
    Answer answer = stranger.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  /** To the last byte, but for the id that was asked for and the name of this one answer. */
  private static String said(Answer answer, Asked asked) {
    String text = answer.text().replace(answer.json().path("traceId").asText(), "TRACE");
    return text.replace(asked.referral(), "ID").replace(asked.part(), "ID");
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    return headers;
  }
}
