package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.safehand.systemtests.gateway.Api.Answer;

/** What an officer and a supervisor do with one referral, step by step over HTTP. */
public final class Referrals {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Referrals() {}

  /** Creates a draft; its id. */
  public static String open(Api officer, String document) throws IOException, InterruptedException {
    Answer answer = officer.post("/api/v1/referrals", document);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  public static Answer add(Api officer, String referral, Sample sample)
      throws IOException, InterruptedException {
    return officer.send(upload(officer, referral, sample));
  }

  /** The upload of a sample, to be spoilt by tests of what is refused. */
  public static HttpRequest.Builder upload(Api officer, String referral, Sample sample)
      throws IOException {
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(sample.content()), Math.max(1, sample.size()));
    return officer
        .to("/api/v1/referrals/" + referral + "/exhibits")
        .header("Content-Type", sample.mediaType())
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + sample.name())
        .header("Content-Digest", sample.contentDigest())
        .POST(body);
  }

  /** Asks to have an exhibit in clear. */
  public static Answer openExhibit(Api person, String referral, int number)
      throws IOException, InterruptedException {
    return person.post(
        "/api/v1/referrals/" + referral + "/exhibits/" + number + "/openings",
        "{\"purpose\":\"to compare\"}");
  }

  /** Submits the draft and waits until it is sealed; the seal digest. */
  public static String seal(Api officer, String referral) throws Exception {
    Answer answer =
        officer.post("/api/v1/referrals/" + referral + "/submit", "{}", etag(officer, referral));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    Await.until("sealed", PATIENCE, () -> state(officer, referral).equals("IN_REVIEW"));
    return officer.get("/api/v1/referrals/" + referral).json().path("sealDigest").asText();
  }

  public static Answer release(
      Api supervisor, String referral, String sealDigest, String... recipients) throws Exception {
    Release release = new Release(referral, etag(supervisor, referral), sealDigest, recipients);
    return release.stepUp(supervisor).around(supervisor, () -> release.send(supervisor));
  }

  /** The supervisor's release, whose step-up is there already: for tests of what comes after it. */
  public static Answer releaseProven(
      RunningGateway gateway, String referral, String sealDigest, String... recipients)
      throws Exception {
    Api supervisor = gateway.supervisor();
    Release release = new Release(referral, etag(supervisor, referral), sealDigest, recipients);
    new Grants(gateway).keep("supervisor1", release.stepUp(supervisor));
    return release.send(supervisor);
  }

  /** The ids of the referral's dispatches. */
  public static List<String> dispatches(Api person, String referral)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    person
        .get("/api/v1/referrals/" + referral + "/dispatches")
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  /** Waits until a dispatch has a state. */
  public static void awaitDispatch(Api person, String dispatch, String state) throws Exception {
    Await.until(
        "dispatch " + state,
        PATIENCE,
        () ->
            Objects.equals(
                person.get("/api/v1/dispatches/" + dispatch).json().path("state").asText(), state));
  }

  public static String state(Api person, String referral) throws IOException, InterruptedException {
    return person.get("/api/v1/referrals/" + referral).json().path("state").asText();
  }

  public static String etag(Api person, String referral) throws IOException, InterruptedException {
    return person.get("/api/v1/referrals/" + referral).header("ETag");
  }

  /** The types of the case's custody events, in order. */
  public static List<String> custody(Api person, String referral)
      throws IOException, InterruptedException {
    List<String> types = new ArrayList<>();
    person
        .get("/api/v1/referrals/" + referral + "/custody")
        .json()
        .path("events")
        .forEach(item -> types.add(item.path("type").asText()));
    return types;
  }
}
