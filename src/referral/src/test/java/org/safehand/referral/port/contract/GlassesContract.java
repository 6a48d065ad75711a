package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.Closing;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.glass.EndedGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassSpan;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.glass.ReviewedGlass;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.view.View;

/** Each person has one open glass, through which they see one case for an hour at most. */
public interface GlassesContract {
  Ports ports();

  @Test
  default void glass_inEachState_isFoundAsItWasSaved() {
    OpenGlass open = broken(somebody(), now().plusNanos(123_456));
    GlassId id = open.terms().id();
    assertThat(ports().glasses().find(id)).contains(open);
    EndedGlass ended = open.end(now());
    save(ended);
    assertThat(ports().glasses().find(id)).contains(ended);
    ReviewedGlass reviewed =
        ended.review(new Closing(People.AUDITOR.signatory(), now(), "as it was said"));
    save(reviewed);
    assertThat(inUnit(() -> ports().glasses().lock(id))).contains(reviewed);
  }

  @Test
  default void glass_whileItIsOpen_isLookedThroughByItsPersonAtItsCase() {
    Actor person = somebody();
    OpenGlass open = broken(person, now());
    GlassTerms terms = open.terms();
    assertThat(through(person, terms)).contains(terms.id());
    assertThat(through(somebody(), terms)).isEmpty();
    assertThat(through(person, broken(somebody(), now()).terms())).isEmpty();
    assertThat(inUnit(() -> ports().glasses().lockOpen(person.number()))).contains(open);
    assertThat(inUnit(() -> ports().glasses().open(person.number()))).contains(open);
    save(open.end(now()));
    assertThat(through(person, terms)).isEmpty();
    assertThat(inUnit(() -> ports().glasses().lockOpen(person.number()))).isEmpty();
    assertThat(inUnit(() -> ports().glasses().open(person.number()))).isEmpty();
  }

  @Test
  default void glass_whoseHourIsOver_isLookedThroughByNobody_butStillStoredAsOpen() {
    Actor person = somebody();
    OpenGlass over = broken(person, now().minus(GlassSpan.READ_FOR).minusSeconds(60));
    assertThat(through(person, over.terms())).isEmpty();
    assertThat(inUnit(() -> ports().glasses().lockOpen(person.number()))).contains(over);
    Actor other = somebody();
    OpenGlass notYet = broken(other, now().minus(GlassSpan.READ_FOR).plus(Duration.ofMinutes(1)));
    assertThat(through(other, notYet.terms())).isPresent();
  }

  @Test
  default void glass_forLessThanAnHour_isOverAndDueEarlier() {
    Actor person = somebody();
    Instant at = now().minus(Duration.ofMinutes(59));
    GlassSpan span = GlassSpan.of(at, Duration.ofMinutes(5), Duration.ofMinutes(30));
    OpenGlass over = broken(person, span);
    assertThat(ports().glasses().find(over.terms().id())).contains(over);
    assertThat(through(person, over.terms())).isEmpty();
    String unit = person.organisation();
    assertThat(ports().glasses().isOverdue(unit, span.reviewBy())).isTrue();
    assertThat(ports().glasses().isOverdue(unit, span.reviewBy().minusMillis(1))).isFalse();
  }

  @Test
  default void glass_beforeTheOneBeforeIsClosed_isRefused_andAfterwardsTaken() {
    Actor person = somebody();
    OpenGlass first = broken(person, now());
    assertThatThrownBy(() -> broken(person, now())).isInstanceOf(StaleRevisionException.class);
    save(first.end(now()));
    broken(person, now());
  }

  @Test
  default void glass_savedFromAnotherRevision_isRefused() {
    OpenGlass open = broken(somebody(), now());
    save(open.end(now()));
    assertThatThrownBy(() -> save(open.end(now()))).isInstanceOf(StaleRevisionException.class);
  }

  @Test
  default void list_isNewestFirst_andGoesOnWhereAPageEnded() {
    List<GlassId> two =
        Stream.of(broken(somebody(), now()), broken(somebody(), now()))
            .map(glass -> glass.terms().id())
            .sorted(Comparator.comparing(GlassId::toString).reversed())
            .toList();
    assertThat(listed(Optional.empty(), 200)).containsSubsequence(two);
    assertThat(listed(Optional.of(two.get(0)), 200))
        .contains(two.get(1))
        .doesNotContain(two.get(0));
    assertThat(listed(Optional.empty(), 1)).hasSize(1);
  }

  private List<GlassId> listed(Optional<GlassId> before, int limit) {
    return ports().glasses().list(before, limit).stream().map(glass -> glass.terms().id()).toList();
  }

  @Test
  default void unreviewed_isCounted_andKnownOfItsUnit() {
    Actor person = somebody();
    String unit = person.organisation();
    long before = ports().glasses().unreviewed();
    OpenGlass open = broken(person, now().minus(GlassSpan.REVIEW_WITHIN));
    Instant due = open.terms().reviewBy();
    assertThat(ports().glasses().unreviewed()).isEqualTo(before + 1);
    assertThat(ports().glasses().isOverdue(unit, due)).isTrue();
    assertThat(ports().glasses().isOverdue(unit, due.minusMillis(1))).isFalse();
    assertThat(ports().glasses().isOverdue("another", due)).isFalse();
    EndedGlass ended = open.end(now());
    save(ended);
    assertThat(ports().glasses().isOverdue(unit, due)).as("ended is not reviewed").isTrue();
    save(ended.review(new Closing(People.AUDITOR.signatory(), now(), "fine")));
    assertThat(ports().glasses().unreviewed()).isEqualTo(before);
    assertThat(ports().glasses().isOverdue(unit, due)).isFalse();
  }

  private static Actor somebody() {
    String number = "G-" + UUID.randomUUID();
    return People.staff(number, Set.of(Role.RELEASE_SUPERVISOR), "unit of " + number);
  }

  private Optional<GlassId> through(Actor person, GlassTerms terms) {
    return inUnit(() -> ports().glasses().through(person.number(), terms.caseId()));
  }

  /** Broken over a case of its own, in the view of whoever breaks it. */
  private OpenGlass broken(Actor person, Instant at) {
    return broken(person, GlassSpan.longest(at));
  }

  private OpenGlass broken(Actor person, GlassSpan span) {
    DraftReferral draft = Stored.draft(ports(), People.UNIT);
    OpenGlass open =
        new OpenGlass(
            new GlassTerms(
                new GlassId(Samples.IDS.event()),
                1,
                draft.version().reference(),
                draft.version().caseId(),
                draft.version().id(),
                person.signatory(),
                "a child may be in danger",
                span));
    return ports()
        .unit()
        .run(
            View.of(person),
            () -> {
              ports().glasses().add(open);
              return open;
            });
  }

  private void save(Glass next) {
    inUnit(
        () -> {
          ports().glasses().save(next);
          return next;
        });
  }

  private <T> T inUnit(Supplier<T> work) {
    return ports().unit().run(work);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
