package org.safehand.web.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.safehand.referral.sample.Hotline.value;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Operation;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.BoundStepUp;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.stepup.StepUpOrder;
import org.safehand.web.provider.IdTokenVerifier;
import org.safehand.web.provider.StepUpException;
import org.safehand.web.provider.StepUpFault;
import org.safehand.web.provider.TestProvider;

class CommandLineStepUpTest {
  private static final Person SUPERVISOR = new Person(TestProvider.SUBJECT, "supervisor1");
  private static final Person SOMEBODY = new Person("another-subject", "supervisor2");

  private final Hotline hotline = new Hotline();
  private final SealedReferral inReview = hotline.inReview();
  private final ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
  private final CommandLineStepUp stepUp =
      new CommandLineStepUp(
          new IdTokenVerifier(TestProvider.ISSUER, TestProvider.keys(), hotline.ports.clock()),
          hotline.grantStepUp,
          new SecureRandom(),
          hotline.ports.clock());

  private CommandLineStepUp.Challenge asked() {
    BoundStepUp bound =
        value(
            hotline.grantStepUp.bind(
                People.SUPERVISOR,
                new StepUpOrder(
                    Operation.RELEASE,
                    order.referral().toString(),
                    order.revision(),
                    hotline.binding(People.SUPERVISOR, order).digest())));
    return stepUp.start(SUPERVISOR, bound);
  }

  private String token(String nonce) {
    return TestProvider.sign(
        TestProvider.claims(CommandLineStepUp.CLIENT, nonce, hotline.ports.clock().instant())
            .build());
  }

  private StepUpFault refused(Person person, String id, String token) {
    return catchThrowableOfType(StepUpException.class, () -> stepUp.finish(person, id, token))
        .fault();
  }

  private boolean isReleased() {
    return hotline.release.release(People.SUPERVISOR, order) instanceof Done;
  }

  @Test
  void challenge_answered_grantsTheActOnce() throws Exception {
    CommandLineStepUp.Challenge challenge = asked();
    stepUp.finish(SUPERVISOR, challenge.id(), token(challenge.nonce()));
    assertThat(isReleased()).isTrue();
  }

  @Test
  void challenge_answeredTwice_isNotFound() throws Exception {
    CommandLineStepUp.Challenge challenge = asked();
    stepUp.finish(SUPERVISOR, challenge.id(), token(challenge.nonce()));
    assertThat(refused(SUPERVISOR, challenge.id(), token(challenge.nonce())))
        .isEqualTo(StepUpFault.NOT_FOUND);
  }

  @Test
  void challenge_answeredWrongly_isGone() {
    CommandLineStepUp.Challenge challenge = asked();
    assertThat(refused(SUPERVISOR, challenge.id(), token("another"))).isEqualTo(StepUpFault.NONCE);
    assertThat(refused(SUPERVISOR, challenge.id(), token(challenge.nonce())))
        .isEqualTo(StepUpFault.NOT_FOUND);
    assertThat(isReleased()).isFalse();
  }

  @Test
  void challenge_ofSomebodyElse_isNotFound_andStaysTheirs() throws Exception {
    CommandLineStepUp.Challenge challenge = asked();
    assertThat(refused(SOMEBODY, challenge.id(), token(challenge.nonce())))
        .isEqualTo(StepUpFault.NOT_FOUND);
    stepUp.finish(SUPERVISOR, challenge.id(), token(challenge.nonce()));
  }

  @Test
  void challenge_afterFiveMinutes_isNotFound() {
    CommandLineStepUp.Challenge challenge = asked();
    hotline.ports.letPass(StepUpGate.MAX_AGE);
    assertThat(refused(SUPERVISOR, challenge.id(), token(challenge.nonce())))
        .isEqualTo(StepUpFault.NOT_FOUND);
  }

  @Test
  void challenges_beyondTheMost_pushOutTheOldest() throws Exception {
    CommandLineStepUp.Challenge first = asked();
    CommandLineStepUp.Challenge last = first;
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < PendingStepUps.MOST; i++) {
      last = asked();
      nonces.add(last.nonce());
    }
    assertThat(nonces).hasSize(PendingStepUps.MOST).allMatch(nonce -> nonce.length() == 43);
    assertThat(refused(SUPERVISOR, first.id(), token(first.nonce())))
        .isEqualTo(StepUpFault.NOT_FOUND);
    stepUp.finish(SUPERVISOR, last.id(), token(last.nonce()));
  }

  /** An object that changed after the step-up is not the one that was read. */
  @Test
  void version_thatChangedAfterTheStepUp_needsANewOne() throws Exception {
    CommandLineStepUp.Challenge challenge = asked();
    stepUp.finish(SUPERVISOR, challenge.id(), token(challenge.nonce()));
    ReleaseOrder next =
        new ReleaseOrder(
            order.referral(),
            order.revision() + 1,
            order.sealDigest(),
            order.recipients(),
            Hotline.key("next"));
    assertThat(hotline.binding(People.SUPERVISOR, next))
        .isNotEqualTo(hotline.binding(People.SUPERVISOR, order));
    assertThat(hotline.release.release(People.SUPERVISOR, next)).isNotInstanceOf(Done.class);
    assertThat(isReleased()).isTrue();
  }
}
