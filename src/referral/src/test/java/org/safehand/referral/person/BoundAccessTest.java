package org.safehand.referral.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class BoundAccessTest {
  private final Hotline hotline = new Hotline();

  @Test
  void nobodyOfTheList_mayDoNothing() {
    SealedReferral inReview = hotline.inReview();
    Actor stranger = People.staff("9001", Set.of(Role.RELEASE_SUPERVISOR));
    assertRefused(
        hotline,
        stranger,
        inReview,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.release(stranger, inReview, "AG-N-001"));
    assertRefused(
        hotline,
        stranger,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.list.list(stranger, Optional.empty(), 10));
    assertRefused(
        hotline,
        stranger,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.listAgencies.list(stranger));
    Actor officer = People.staff("9002", Set.of(Role.REFERRAL_OFFICER));
    assertRefused(
        hotline,
        officer,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.open.open(officer, Hotline.request(Samples.document())));
  }

  /** Whether there is such a referral must not show in what somebody without a binding is told. */
  @Test
  void nobodyOfTheList_isToldTheSameOfWhatIsThereAndOfWhatIsNot() {
    SealedReferral inReview = hotline.inReview();
    Actor stranger = People.liaison("north-9", "AG-N-001");
    Refusal there =
        assertRefused(
            hotline,
            stranger,
            inReview,
            RefusalCode.OPERATION_NOT_PERMITTED,
            () -> hotline.read.read(stranger, inReview.version().id()));
    Refusal nowhere =
        assertRefused(
            hotline,
            stranger,
            RefusalCode.OPERATION_NOT_PERMITTED,
            () -> hotline.read.read(stranger, Samples.IDS.referral()));
    assertThat(there).isEqualTo(nowhere);
  }

  @Test
  void roleThatTheListDoesNotGrant_countsNotAtAll() {
    SealedReferral inReview = hotline.inReview();
    Actor both = People.staff("2005", Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR));
    hotline.bound(both, Set.of(Role.REFERRAL_OFFICER));
    assertRefused(
        hotline,
        both,
        inReview,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.release(both, inReview, "AG-N-001"));
    hotline.bound(both);
    value(hotline.release(both, inReview, "AG-N-001"));
  }

  @Test
  void endedPerson_isRefusedAtTheNextUseCase() {
    SealedReferral inReview = hotline.inReview();
    value(hotline.read.read(People.SUPERVISOR, inReview.version().id()));
    hotline
        .ports
        .unit()
        .run(
            () -> {
              Bindings bindings = hotline.ports.bindings();
              bindings.save(bindings.find(People.SUPERVISOR.number()).orElseThrow().ended());
              return bindings;
            });
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
  }
}
