package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Documents;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;

/** Small cases on their way from a draft to an agency. */
final class Cases {
  private static final String REFERRALS = "/api/v1/referrals/";
  private static final String REASON = "{\"reason\":\"to be asked about\"}";

  private final RunningGateway gateway;

  Cases(RunningGateway gateway) {
    this.gateway = gateway;
  }

  /** A draft with one exhibit; its id. */
  static String draft(Api author) throws Exception {
    String id = Referrals.open(author, Documents.good());
    done(Referrals.add(author, id, Sample.text("note.txt", "a synthetic note")));
    return id;
  }

  /** By a supervisor, who may in every state in which anybody may. */
  void handOver(String referral, String assignee) throws Exception {
    Api supervisor = gateway.supervisor();
    done(
        supervisor.put(
            REFERRALS + referral + "/assignee",
            "{\"assignee\":\"%s\"}".formatted(assignee),
            Referrals.etag(supervisor, referral)));
  }

  /** Sent back, or taken back, by a supervisor before it is released. */
  void close(String referral, String how) throws Exception {
    Api supervisor = gateway.supervisor();
    done(
        supervisor.post(
            REFERRALS + referral + "/" + how, REASON, Referrals.etag(supervisor, referral)));
  }

  /** Released to one agency; the id of its dispatch. */
  String release(String referral, String agency) throws Exception {
    Api supervisor = gateway.supervisor();
    String digest = supervisor.get(REFERRALS + referral).json().path("sealDigest").asText();
    done(Referrals.releaseProven(gateway, referral, digest, agency));
    return Referrals.dispatches(supervisor, referral).get(0);
  }

  /** A new case of the first officer that reached {@code state} at an agency; its id. */
  String sent(String agency, String state) throws Exception {
    String referral = draft(gateway.officer());
    Referrals.seal(gateway.officer(), referral);
    Referrals.awaitDispatch(gateway.supervisor(), release(referral, agency), state);
    return referral;
  }

  static Answer done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer;
  }
}
