package org.safehand.referral.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.life.ReturnedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.WithdrawnReferral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** Who does what to a referral that the first of two supervisors released, and who comes first. */
class EndorsedReferralTest {
  private static final AgencyId NORTH = new AgencyId("AG-N-001");
  private static final AgencyId SOUTH = new AgencyId("AG-S-002");
  private static final Actor THIRD = People.staff("2003", Set.of(Role.RELEASE_SUPERVISOR));

  private final Hotline hotline = new Hotline();

  EndorsedReferralTest() {
    hotline.endpoints.highRisk("AG-S-002", true);
    hotline.bound(THIRD);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          first,         release,  second-person-required
          second,        release,  done
          author,        release,  release-own-referral
          colleague,     release,  operation-not-permitted
          auditor,       release,  operation-not-permitted
          administrator, release,  operation-not-permitted
          liaison,       release,  referral-not-found
          first,         return,   done
          second,        return,   done
          author,        return,   operation-not-permitted
          colleague,     return,   operation-not-permitted
          liaison,       return,   referral-not-found
          first,         withdraw, done
          second,        withdraw, done
          author,        withdraw, done
          colleague,     withdraw, operation-not-permitted
          auditor,       withdraw, operation-not-permitted
          liaison,       withdraw, referral-not-found
          """)
  void endorsed_whoeverActs_isAnsweredAsTheTableSays(String who, String act, String answer) {
    EndorsedReferral endorsed = endorsed();
    int dispatches = act.equals("release") && answer.equals("done") ? 1 : 0;
    assertThat(code(act(named(who), act, endorsed))).isEqualTo(answer);
    assertThat(hotline.ports.dispatches().of(endorsed.version().id())).hasSize(dispatches);
    if (!answer.equals("done")) {
      assertThat(hotline.now(endorsed)).isEqualTo(endorsed);
      assertThat(hotline.ports.recorder().types(endorsed.version().caseId())).endsWith("denied");
    }
  }

  @Test
  void returned_withdrawn_orReleased_isReleasedByNobody() {
    EndorsedReferral back = endorsed();
    assertThat(value(act(People.OTHER_SUPERVISOR, "return", back)))
        .isInstanceOf(ReturnedReferral.class);
    EndorsedReferral taken = endorsed();
    assertThat(value(act(People.OFFICER, "withdraw", taken))).isInstanceOf(WithdrawnReferral.class);
    EndorsedReferral released = endorsed();
    value(act(People.OTHER_SUPERVISOR, "release", released));
    for (EndorsedReferral before : List.of(back, taken, released)) {
      long revision = hotline.revision(before);
      ReleaseOrder good = Hotline.order(before, "AG-S-002");
      ReleaseOrder now =
          new ReleaseOrder(
              good.referral(), revision, good.sealDigest(), good.recipients(), good.key());
      assertThat(code(hotline.release.release(THIRD, now))).isEqualTo("referral-wrong-state");
    }
  }

  @Test
  void twoSecondsAtOnce_exactlyOneWins() {
    for (int round = 0; round < 50; round++) {
      EndorsedReferral endorsed = endorsed();
      assertThat(atOnce(endorsed, People.OTHER_SUPERVISOR, THIRD))
          .containsExactlyInAnyOrder("done", RefusalCode.REVISION_CONFLICT.wire());
      assertThat(hotline.ports.dispatches().of(endorsed.version().id())).hasSize(1);
      assertThat(hotline.ports.recorder().types(endorsed.version().caseId()))
          .endsWith("endorsed", "released", "denied");
    }
  }

  @Test
  void twoFirstsAtOnce_areNotBothOfTwo() {
    for (int round = 0; round < 50; round++) {
      SealedReferral inReview = hotline.inReview();
      assertThat(atOnce(inReview, People.SUPERVISOR, People.OTHER_SUPERVISOR))
          .containsExactlyInAnyOrder("done", RefusalCode.REVISION_CONFLICT.wire());
      assertThat(hotline.now(inReview)).isInstanceOf(EndorsedReferral.class);
      assertThat(hotline.ports.dispatches().of(inReview.version().id())).isEmpty();
    }
  }

  /** What no use case does does not exist as a value either. */
  @Test
  void value_ofWhatIsNoReleaseByTwo_isRefused() {
    var one = People.SUPERVISOR.signatory();
    var other = People.OTHER_SUPERVISOR.signatory();
    Endorsement first =
        new Endorsement(one, Samples.MORNING, List.of(NORTH, SOUTH), List.of(SOUTH));
    List<AgencyId> turned = List.of(SOUTH, NORTH);
    assertThat(new Release(other, Samples.MORNING, turned, Optional.of(first)).by())
        .isEqualTo(other);
    refusedValue(() -> new Release(one, Samples.MORNING, turned, Optional.of(first)));
    refusedValue(() -> new Release(other, Samples.MORNING, List.of(SOUTH), Optional.of(first)));
    refusedValue(() -> new Endorsement(one, Samples.MORNING, List.of(NORTH), List.of()));
    refusedValue(() -> new Endorsement(one, Samples.MORNING, List.of(NORTH), List.of(SOUTH)));
    refusedValue(
        () -> new Endorsement(one, Samples.MORNING, List.of(SOUTH, SOUTH), List.of(SOUTH)));
    EndorsedReferral endorsed = endorsed();
    refusedValue(() -> endorsed.release(one, Samples.MORNING));
  }

  private static void refusedValue(ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> atOnce(ReferralInReview referral, Actor... people) {
    CyclicBarrier start = new CyclicBarrier(people.length);
    return Stream.of(people)
        .map(person -> CompletableFuture.supplyAsync(() -> releaseAt(start, person, referral)))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private String releaseAt(CyclicBarrier start, Actor person, ReferralInReview referral) {
    ReleaseOrder order = Hotline.order(referral, "AG-S-002");
    hotline.proven(hotline.binding(person, order));
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return code(hotline.release.release(person, order));
  }

  private EndorsedReferral endorsed() {
    return (EndorsedReferral)
        value(hotline.release(People.SUPERVISOR, hotline.inReview(), "AG-S-002"));
  }

  private static Actor named(String who) {
    return switch (who) {
      case "first" -> People.SUPERVISOR;
      case "second" -> People.OTHER_SUPERVISOR;
      case "author" -> People.OFFICER_AND_SUPERVISOR;
      case "colleague" -> People.COLLEAGUE;
      case "auditor" -> People.AUDITOR;
      case "administrator" -> People.ADMINISTRATOR;
      case "liaison" -> People.LIAISON_SOUTH;
      default -> throw new AssertionError("nobody is called " + who);
    };
  }

  private Outcome<Referral> act(Actor actor, String act, EndorsedReferral endorsed) {
    var version = endorsed.version();
    return switch (act) {
      case "release" -> hotline.release(actor, endorsed, "AG-S-002");
      case "return" -> hotline.close.sendBack(actor, version.id(), version.revision(), "Why?");
      default -> hotline.close.withdraw(actor, version.id(), version.revision(), "Mistake.");
    };
  }

  private static String code(Outcome<Referral> outcome) {
    return outcome.fold(done -> "done", refusal -> refusal.code().wire());
  }
}
