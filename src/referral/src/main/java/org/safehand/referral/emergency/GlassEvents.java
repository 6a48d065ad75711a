package org.safehand.referral.emergency;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.journal.Journal;

/**
 * What becomes of a glass is an event of its case, with the reason, and one outside of cases, which
 * says which glass and no more.
 */
final class GlassEvents {
  private final Journal journal;

  GlassEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  void record(Actor actor, Glass glass, String reason) {
    journal.record(glass.terms().caseId(), actor, event(actor, glass).basis(Basis.of(reason)));
    journal.recordOutsideCases(actor, event(actor, glass));
  }

  private EventHeader.Builder event(Actor actor, Glass glass) {
    EventHeader.Builder event =
        journal
            .event(EventType.BREAK_GLASS, actor)
            .fact("glass", glass.terms().id().toString())
            .fact("state", glass.state().name());
    return glass instanceof OpenGlass
        ? event
            .fact("until", UtcText.millis(glass.terms().until()))
            .fact("reviewBy", UtcText.millis(glass.terms().reviewBy()))
        : event;
  }

  void listed(Actor actor, int shown) {
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.READ, actor)
            .fact("operation", ReviewGlass.OPERATION.wire())
            .fact("shown", Integer.toString(shown)));
  }
}
