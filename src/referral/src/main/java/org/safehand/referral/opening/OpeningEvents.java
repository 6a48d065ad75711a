package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Outcome;
import org.safehand.referral.access.Actor;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.journal.Journal;

/** Events of an opening, which all name it, the exhibit and its digest. */
final class OpeningEvents {
  private final Journal journal;

  OpeningEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  void opened(Actor actor, OpenedExhibit opened, String purpose) {
    record(actor, opened, event(EventType.EXHIBIT_OPENED, actor, opened).basis(Basis.of(purpose)));
  }

  void begun(Actor actor, OpenedExhibit opened) {
    record(actor, opened, event(EventType.DOWNLOAD_BEGUN, actor, opened));
  }

  /** The end of a download of which {@code bytes} were handed to the server's connection. */
  void ended(Actor actor, OpenedExhibit opened, long bytes, Outcome how) {
    record(
        actor,
        opened,
        event(EventType.DOWNLOAD_ENDED, actor, opened)
            .fact("bytes", Long.toString(bytes))
            .outcome(how));
  }

  private EventHeader.Builder event(EventType type, Actor actor, OpenedExhibit opened) {
    return journal
        .event(type, actor)
        .exhibit(facts(opened.exhibit()))
        .fact("opening", opened.opening().id().toString())
        .fact("referral", opened.opening().referral().toString());
  }

  private void record(Actor actor, OpenedExhibit opened, EventHeader.Builder header) {
    journal.record(opened.opening().caseId(), actor, header);
  }

  private static ExhibitFacts facts(Exhibit exhibit) {
    return ExhibitFacts.original(
        exhibit.label(), exhibit.digest().size(), exhibit.digest().sha256(), null);
  }
}
