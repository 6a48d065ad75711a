package org.safehand.systemtests.gateway;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * A release over HTTP.
 *
 * @param referral what
 * @param etag the entity tag of it that was read
 * @param sealDigest the seal that was read
 * @param recipients to whom, in the order of their names
 */
public record Release(String referral, String etag, String sealDigest, List<String> recipients) {
  public Release(String referral, String etag, String sealDigest, String... recipients) {
    this(referral, etag, sealDigest, List.of(recipients));
  }

  public Answer send(Api person) throws IOException, InterruptedException {
    String names =
        recipients.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
    return person.post(
        "/api/v1/referrals/" + referral + "/release",
        "{\"sealDigest\":\"%s\",\"recipients\":[%s]}".formatted(sealDigest, names),
        etag);
  }

  /** The second factor that it asks for, with the endpoints and the referral as they are now. */
  public StepUp stepUp(Api person) throws IOException, InterruptedException {
    StringBuilder receiving = new StringBuilder();
    boolean takesTwo = false;
    for (var agency : person.get("/api/v1/agencies").json().path("items")) {
      if (recipients.contains(agency.path("id").asText())) {
        receiving
            .append(receiving.isEmpty() ? "" : ",")
            .append(receiving(agency.path("id").asText(), agency.at("/endpoints/0/id").asText()));
        takesTwo |= agency.path("highRisk").asBoolean();
      }
    }
    return stepUp(takesTwo ? act(person) : "", receiving.toString());
  }

  private String act(Api person) throws IOException, InterruptedException {
    boolean second = Referrals.state(person, referral).equals("ENDORSED");
    return "\"act\":\"%s\",".formatted(second ? "second" : "first");
  }

  /** The second factor that it would ask for if its one recipient received at {@code endpoint}. */
  StepUp stepUpAt(String endpoint) throws IOException {
    return stepUp("", receiving(recipients.get(0), endpoint));
  }

  private static String receiving(String agency, String endpoint) {
    return "{\"agency\":\"%s\",\"endpoint\":\"%s\"}".formatted(agency, endpoint);
  }

  private StepUp stepUp(String act, String receiving) throws IOException {
    String done =
        "{%s\"recipients\":[%s],\"sealDigest\":\"%s\"}".formatted(act, receiving, sealDigest);
    return new StepUp("release", referral, etag, Sample.text("act", done).sha256());
  }
}
