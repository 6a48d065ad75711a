package org.safehand.custody.vectors.extract;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.vectors.form.Suite;

/** Events that a restore lost: good runs, and runs for which nothing vouches. */
final class LostForgeries {
  private final Suite suite;

  LostForgeries(Suite suite) {
    this.suite = suite;
  }

  /** Before the kinds of edits that take these as their base. */
  void makeGood() throws ExtractException {
    SampleChain two = lost("1", "2", 1, 2);
    two.subject.issue(ExtractLevel.DETAILS, false);
    for (ExtractLevel level : ExtractLevel.values()) {
      ExtractVectors.ok(
          suite,
          "lost-" + level.wire(),
          two.subject.extract(level),
          "two events that a restore lost, and the restore");
    }
    SampleChain first = lost("0", "1", 0);
    restored(first, "2", "1");
    first.subject.lose(2);
    first.subject.issue(ExtractLevel.LINKS, false);
    ExtractVectors.ok(
        suite,
        "lost-twice",
        first.subject.extract(ExtractLevel.LINKS),
        "the first event and a later one, each lost in a restore of its own");
    SampleChain issuing = new SampleChain();
    issuing.subject.issue(ExtractLevel.LINKS, false);
    restored(issuing, "2", "2");
    issuing.subject.lose(2);
    issuing.subject.lose(3);
    issuing.subject.issue(ExtractLevel.LINKS, false);
    ExtractVectors.ok(
        suite,
        "lost-issuing",
        issuing.subject.extract(ExtractLevel.LINKS),
        "the issuing of an extract is lost, and a new tag key holds after it");
  }

  private static void restored(SampleChain chain, String from, String count) {
    chain.subject.add(
        chain.header(EventType.RESTORED).fact("lostFrom", from).fact("lostCount", count));
  }

  /** Three events and a restore that says so, with these events lost. */
  private static SampleChain lost(String from, String count, int... events) {
    SampleChain chain = new SampleChain();
    restored(chain, from, count);
    for (int event : events) {
      chain.subject.lose(event);
    }
    return chain;
  }

  void make() {
    String[][] others = {
      {"shorter", "1", "1"},
      {"longer", "1", "3"},
      {"earlier", "0", "2"},
      {"later", "2", "2"},
      {"zero-before", "01", "2"},
      {"plus", "1", "+2"}
    };
    for (String[] other : others) {
      refuse(
          other[0],
          "event 1",
          lost(other[1], other[2], 1, 2),
          "a restore that names other events than 1 and 2");
    }
    SampleChain nothing = new SampleChain();
    nothing.subject.lose(1);
    refuse("unvouched", "event 1", nothing, "no restore");
    SampleChain late = new SampleChain();
    restored(late, "4", "1");
    late.subject.add(EventType.READ);
    late.subject.add(EventType.READ);
    late.subject.lose(4);
    refuse("later-than-the-restore", "event 4", late, "a restore before the events that it names");
    SampleChain read = new SampleChain();
    read.subject.add(read.header(EventType.READ).fact("lostFrom", "2").fact("lostCount", "1"));
    read.subject.lose(2);
    refuse("vouched-by-a-read", "event 2", read, "another event says so");
    SampleChain itself = new SampleChain();
    restored(itself, "2", "1");
    itself.subject.lose(2);
    itself.subject.lose(3);
    refuse("restore-lost-too", "event 2", itself, "the restore is lost itself");
    SampleChain one = new SampleChain();
    one.subject.add(one.header(EventType.RESTORED).fact("lostFrom", "1"));
    one.subject.lose(1);
    refuse("count-missing", "event 1", one, "a restore that does not say how many");
    makeChain();
  }

  private void makeChain() {
    SampleChain chain = new SampleChain();
    Digest second = chain.subject.events.get(1).leaf().leafHash();
    chain.subject.forgeLink = link -> new EventLink(link.caseId(), link.caseSequence(), second);
    restored(chain, "2", "1");
    chain.subject.lose(2);
    ExtractVectors.refuse(
        suite,
        "lost-previous",
        ExtractFault.PREVIOUS,
        "event 3",
        chain.issued(ExtractLevel.LINKS),
        "an event that follows a lost one, and names another leaf");
    ExtractEdits good = new ExtractEdits(suite, "ok-lost-links");
    good.refuseEvent(
        "lost-other-place",
        ExtractFault.INCLUSION,
        "event 1",
        1,
        "\"index\":2",
        "\"index\":3",
        "a lost event elsewhere than its proof says");
    good.refuse(
        "lost-left-out",
        ExtractFault.SEQUENCE,
        "event 2",
        good.event(2) + ",",
        "",
        "a lost event left out");
    String header = "\"header\":" + good.member(3, "header");
    good.refuseEvent(
        "lost-restore-closed", ExtractFault.LOST, "event 1", 3, header + ",", "", "it is not open");
  }

  private void refuse(String name, String at, SampleChain chain, String shows) {
    ExtractVectors.refuse(
        suite, "lost-" + name, ExtractFault.LOST, at, chain.issued(ExtractLevel.LINKS), shows);
  }
}
