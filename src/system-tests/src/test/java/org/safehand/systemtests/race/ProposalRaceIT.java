package org.safehand.systemtests.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Grants;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.Release;
import org.safehand.systemtests.gateway.RunningGateway;

/** A person's role is taken away while they act, or twice at once, or while that is taken back. */
class ProposalRaceIT {
  private static final String PEOPLE = "/api/v1/people/";
  private static final String PROPOSALS = "/api/v1/proposals";
  private static final String SUBJECT = "supervisor2";

  private final RunningGateway gateway = RunningGateway.get();
  private final Grants grants = new Grants(gateway);
  private final Api first = gateway.administrator();
  private final Api second = gateway.otherAdministrator();
  private final Api subject = gateway.otherSupervisor();

  @Test
  void roleRemovedWhileItsHolderReleases_releaseIsDoneBefore_orRefused() throws Exception {
    for (Release release : InReview.many(gateway.officer(), Race.ROUNDS)) {
      grants.keep(SUBJECT, release.stepUp(subject));
      Answer removal = propose("\"kind\":\"person-deactivate\",\"number\":\"%s\"");
      List<Answer> answers = Race.of(() -> release.send(subject), () -> approve(removal));
      Answer released = answers.get(0);
      assertThat(answers.get(1).status()).as(Race.text(answers)).isEqualTo(200);
      boolean done = released.status() == 200;
      if (!done) {
        assertThat(released.code()).as(released.text()).isEqualTo("operation-not-permitted");
      }
      assertThat(Referrals.state(gateway.supervisor(), release.referral()))
          .isEqualTo(done ? "RELEASED" : "IN_REVIEW");
      assertThat(release.send(subject).code())
          .as("and from then on")
          .isEqualTo("operation-not-permitted");
      restore();
    }
  }

  @Test
  void twoApprovalsOfOneProposal_oneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      int before = revision();
      Answer removal = propose("\"kind\":\"person-deactivate\",\"number\":\"%s\"");
      Race.winner(
          Race.of(() -> approve(removal), () -> approve(removal)),
          "proposal-wrong-state",
          "revision-conflict");
      assertThat(revision()).as("changed once").isEqualTo(before + 1);
      restore();
    }
  }

  @Test
  void approvalAndWithdrawalOfOneProposal_oneIsDone() throws Exception {
    oneIsDone("WITHDRAWN", removal -> decide(first, removal, "withdraw", ""));
  }

  @Test
  void approvalAndRejectionOfOneProposal_oneIsDone() throws Exception {
    oneIsDone("REJECTED", removal -> decide(second, removal, "reject", ",\"reason\":\"no\""));
  }

  /** What somebody does to a proposal that another approves. */
  private interface Other {
    Answer done(Answer removal) throws Exception;
  }

  /** The person is changed by the approval alone, and the proposal says what became of it. */
  private void oneIsDone(String closed, Other other) throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      int before = revision();
      Answer removal = propose("\"kind\":\"person-deactivate\",\"number\":\"%s\"");
      int winner =
          Race.winner(
              Race.of(() -> approve(removal), () -> other.done(removal)),
              "proposal-wrong-state",
              "revision-conflict");
      boolean approved = winner == 0;
      assertThat(revision()).isEqualTo(approved ? before + 1 : before);
      String id = removal.json().path("id").asText();
      assertThat(first.get(PROPOSALS + "/" + id).json().path("state").asText())
          .isEqualTo(approved ? "APPROVED" : closed);
      if (approved) {
        restore();
      }
    }
  }

  private void restore() throws Exception {
    Answer back =
        propose(
            "\"kind\":\"person-change\",\"person\":{\"number\":\"%s\",\"displayName\":\"Sven"
                + " Supervisor\",\"roles\":[\"release-supervisor\"],\"unit\":\"hotline\"}");
    Answer approved = approve(back);
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    assertThat(subject.get("/api/v1/referrals").status()).isEqualTo(200);
  }

  private int revision() throws Exception {
    JsonNode person = first.get(PEOPLE + SUBJECT).json();
    return person.path("revision").asInt();
  }

  private Answer propose(String change) throws Exception {
    Answer proposed =
        first.post(
            PROPOSALS, "{%s,\"revision\":%d}".formatted(change.formatted(SUBJECT), revision()));
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    return proposed;
  }

  private Answer approve(Answer proposed) throws Exception {
    return decide(second, proposed, "approve", "");
  }

  private static Answer decide(Api person, Answer proposed, String how, String said)
      throws Exception {
    JsonNode proposal = proposed.json();
    return person.post(
        PROPOSALS + "/" + proposal.path("id").asText() + "/" + how,
        "{\"digest\":\"%s\"%s}".formatted(proposal.path("digest").asText(), said),
        proposed.header("ETag"));
  }
}
