package org.safehand.systemtests.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.Documents;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.Release;
import org.safehand.systemtests.gateway.Sample;

/** Small sealed referrals, many at once. */
final class InReview {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private InReview() {}

  /** As many releases of as many sealed referrals of {@code officer} to one agency. */
  static List<Release> many(Api officer, int count) throws Exception {
    return many(officer, count, "AG-S-002");
  }

  /** The same to {@code agency}. */
  static List<Release> many(Api officer, int count, String agency) throws Exception {
    List<String> submitted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String referral = Referrals.open(officer, Documents.good());
      assertThat(Referrals.add(officer, referral, Sample.text("note.txt", "note " + i)).status())
          .isEqualTo(201);
      Answer answer =
          officer.post(
              "/api/v1/referrals/" + referral + "/submit", "{}", Referrals.etag(officer, referral));
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
      submitted.add(referral);
    }
    List<Release> releases = new ArrayList<>();
    for (String referral : submitted) {
      Await.until("sealed", PATIENCE, () -> Referrals.state(officer, referral).equals("IN_REVIEW"));
      Answer now = officer.get("/api/v1/referrals/" + referral);
      releases.add(
          new Release(
              referral, now.header("ETag"), now.json().path("sealDigest").asText(), agency));
    }
    return releases;
  }
}
