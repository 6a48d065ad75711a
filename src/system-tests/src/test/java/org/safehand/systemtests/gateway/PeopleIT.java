package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** Two administrators change what somebody may do; the identity provider's word is not enough. */
class PeopleIT {
  private static final String PEOPLE = "/api/v1/people";
  private static final String PROPOSALS = "/api/v1/proposals";
  private static final String SUBJECT = "duty1";

  private final RunningGateway gateway = RunningGateway.get();
  private final Api first = gateway.administrator();
  private final Api second = gateway.otherAdministrator();
  private final Api subject = gateway.officerAndSupervisor();

  @Test
  void personDeactivatedByTwo_isOutAtTheNextRequest_andBackByTwo() throws Exception {
    assertThat(subject.get("/api/v1/referrals").status()).isEqualTo(200);
    JsonNode person = first.get(PEOPLE + "/" + SUBJECT).json();
    assertThat(person.path("active").asBoolean()).isTrue();

    Answer proposed =
        first.post(
            PROPOSALS,
            "{\"kind\":\"person-deactivate\",\"number\":\"%s\",\"revision\":%d}"
                .formatted(SUBJECT, person.path("revision").asInt()));
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    assertThat(subject.get("/api/v1/referrals").status()).isEqualTo(200);

    Answer own = decide(first, "approve", proposed, digest(proposed));
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.code()).isEqualTo("second-person-required");
    String other = digest(proposed).startsWith("0") ? "1" : "0";
    Answer stale = decide(second, "approve", proposed, other + digest(proposed).substring(1));
    assertThat(stale.code()).isEqualTo("proposal-digest-mismatch");

    Answer approved = decide(second, "approve", proposed, digest(proposed));
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    assertThat(approved.json().path("state").asText()).isEqualTo("APPROVED");
    Answer refused = subject.get("/api/v1/referrals");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("operation-not-permitted");
    assertThat(subject.get("/api/v1/me").json().path("roles")).isEmpty();

    Answer back =
        first.post(
            PROPOSALS,
            "{\"kind\":\"person-change\",\"revision\":%d,\"person\":{\"number\":\"%s\","
                    .formatted(person.path("revision").asInt() + 1, SUBJECT)
                + "\"displayName\":\"Dora Duty\",\"roles\":[\"referral-officer\",\"release-supervisor\"],"
                + "\"unit\":\"hotline\"}}");
    assertThat(decide(second, "approve", back, digest(back)).status()).isEqualTo(200);
    assertThat(subject.get("/api/v1/referrals").status()).isEqualTo(200);
    assertThat(gateway.auditor().get(PROPOSALS).json().path("items")).hasSizeGreaterThan(1);
  }

  @Test
  void people_areNotReadBySupervisorsNorProposedByAuditors() throws Exception {
    assertThat(gateway.supervisor().get(PEOPLE).status()).isEqualTo(403);
    assertThat(gateway.liaison("AG-N-001").get(PEOPLE).status()).isEqualTo(404);
    Answer answer =
        gateway
            .auditor()
            .post(PROPOSALS, "{\"kind\":\"person-deactivate\",\"number\":\"x\",\"revision\":1}");
    assertThat(answer.code()).isEqualTo("operation-not-permitted");
  }

  @Test
  void exclusiveRoles_areRefusedWithAPointer() throws Exception {
    Answer answer =
        first.post(
            PROPOSALS,
            "{\"kind\":\"person-create\",\"person\":{\"number\":\"n1\",\"displayName\":\"N\","
                + "\"roles\":[\"auditor\",\"release-supervisor\"],\"unit\":\"hotline\"}}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("roles-exclude-one-another");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/person/roles");
  }

  @Test
  void referral_handedOver_isTheColleaguesToWorkOn() throws Exception {
    Sample note = Sample.text("note.txt", "a synthetic note");
    String referral = Referrals.open(gateway.officer(), Documents.good());
    assertThat(Referrals.add(gateway.otherOfficer(), referral, note).status()).isEqualTo(403);
    String path = "/api/v1/referrals/" + referral;
    Answer handed =
        gateway
            .officer()
            .put(
                path + "/assignee",
                "{\"assignee\":\"officer2\"}",
                gateway.officer().get(path).header("ETag"));
    assertThat(handed.status()).as(handed.text()).isEqualTo(200);
    assertThat(handed.json().path("assignee").asText()).isEqualTo("officer2");
    assertThat(Referrals.add(gateway.otherOfficer(), referral, note).status()).isEqualTo(201);
    assertThat(Referrals.custody(gateway.supervisor(), referral)).contains("handed-over");
  }

  private static Answer decide(Api person, String how, Answer proposed, String digest)
      throws Exception {
    return person.post(
        PROPOSALS + "/" + proposed.json().path("id").asText() + "/" + how,
        "{\"digest\":\"" + digest + "\"}",
        proposed.header("ETag"));
  }

  private static String digest(Answer proposed) {
    return proposed.json().path("digest").asText();
  }
}
