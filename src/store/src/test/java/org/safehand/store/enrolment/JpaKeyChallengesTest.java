package org.safehand.store.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.enrolment.ChallengeId;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.sample.People;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** What the database itself refuses, also to its owner. */
class JpaKeyChallengesTest {
  private static final Digest CHANGE = Digest.of(new byte[] {3});

  private final TestStore test = TestStore.create();
  private final KeyChallenge challenge =
      new KeyChallenge(
          new ChallengeId(Samples.IDS.event()),
          new AgencyId("AG-N-001"),
          Digest.of(new byte[] {1}),
          Digest.of(new byte[] {2}),
          People.ADMINISTRATOR.number(),
          Samples.NOW,
          Optional.empty());

  @Test
  void challenge_thatWasUsed_isNeitherOpenedAgainNorUsedForAnother() {
    test.unit(() -> test.store().keyChallenges().add(challenge));
    test.unit(() -> test.store().keyChallenges().use(challenge.id(), CHANGE));
    refused("used_for = null");
    refused("used_for = sha256('another')");
    assertThat(test.store().keyChallenges().find(challenge.id()).flatMap(KeyChallenge::usedFor))
        .contains(CHANGE);
  }

  @Test
  void challenge_isNotToldDifferently_alsoWhileItIsUsed() {
    test.unit(() -> test.store().keyChallenges().add(challenge));
    for (String change :
        new String[] {
          "agency_id = 'AG-S-002'",
          "certificate = sha256('another')",
          "expected = sha256('another')",
          "asked_by = 'somebody'",
          "expires_at = now() + interval '1 year'",
        }) {
      refused(change);
      refused(change + ", used_for = sha256('change')");
    }
    assertThat(test.store().keyChallenges().find(challenge.id())).contains(challenge);
  }

  private void refused(String change) {
    assertThatThrownBy(
            () -> test.database().run("safehand_owner", "update key_challenge set " + change))
        .as(change)
        .hasStackTraceContaining("a challenge is used once, and otherwise stays");
  }
}
