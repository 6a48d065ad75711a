package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.enrolment.ChallengeId;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** A challenge is found as it was kept, and used once. */
public interface KeyChallengesContract {
  Digest CHANGE = Digest.of(new byte[] {4});

  Ports ports();

  @Test
  default void challenge_isFoundAsItWasKept_andNoOtherIs() {
    KeyChallenge kept = kept();
    assertThat(ports().keyChallenges().find(kept.id())).contains(kept);
    assertThat(ports().keyChallenges().find(new ChallengeId(Samples.IDS.event()))).isEmpty();
  }

  @Test
  default void challenge_isUsedOnce() {
    KeyChallenge kept = kept();
    KeyChallenge other = kept();
    use(kept.id(), CHANGE);
    assertThat(ports().keyChallenges().find(kept.id()).flatMap(KeyChallenge::usedFor))
        .contains(CHANGE);
    assertThat(ports().keyChallenges().find(other.id())).contains(other);
    for (Digest change : new Digest[] {CHANGE, Digest.of(new byte[] {5})}) {
      assertThatThrownBy(() -> use(kept.id(), change)).isInstanceOf(StaleRevisionException.class);
    }
    assertThat(ports().keyChallenges().find(kept.id()).flatMap(KeyChallenge::usedFor))
        .contains(CHANGE);
  }

  @Test
  default void challenge_thatIsNotThere_isNotUsed() {
    assertThatThrownBy(() -> use(new ChallengeId(Samples.IDS.event()), CHANGE))
        .isInstanceOf(StaleRevisionException.class);
  }

  @Test
  default void challenge_usedByWorkThatIsUndone_isOpenAgain() {
    KeyChallenge kept = kept();
    assertThatThrownBy(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          ports().keyChallenges().use(kept.id(), CHANGE);
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(ports().keyChallenges().find(kept.id())).contains(kept);
    use(kept.id(), CHANGE);
  }

  private KeyChallenge kept() {
    KeyChallenge challenge =
        new KeyChallenge(
            new ChallengeId(Samples.IDS.event()),
            new AgencyId("AG-N-001"),
            Digest.of(new byte[] {1}),
            Digest.of(new byte[] {2}),
            People.ADMINISTRATOR.number(),
            Samples.MORNING,
            Optional.empty());
    ports()
        .unit()
        .run(
            () -> {
              ports().keyChallenges().add(challenge);
              return challenge;
            });
    return challenge;
  }

  private void use(ChallengeId id, Digest change) {
    ports()
        .unit()
        .run(
            () -> {
              ports().keyChallenges().use(id, change);
              return id;
            });
  }
}
