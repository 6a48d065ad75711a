package org.safehand.custody.completeness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.safehand.custody.completeness.Forged.refused;
import static org.safehand.custody.completeness.Forged.with;
import static org.safehand.custody.completeness.Forged.without;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;

/** Chains that are one rule away from a good one, and that the log truly holds. */
class ForgedChainTest {
  private static final TagKey OTHER_KEY = TagKey.random(new SecureRandom());
  private static final Digest OTHER = Digest.of("other".getBytes(US_ASCII));

  private final SampleLog log = new SampleLog();
  private final SampleCase subject = new SampleCase(log);

  ForgedChainTest() {
    new SampleCase(log).add(EventType.READ);
    for (int i = 0; i < 3; i++) {
      subject.add(EventType.READ);
      new SampleCase(log).add(EventType.READ);
    }
  }

  private Extract issued() {
    subject.issue(ExtractLevel.DETAILS, false);
    return subject.whole().reduced(ExtractLevel.DETAILS, false);
  }

  @Test
  void event_ofAnotherCase() {
    UUID other = UUID.randomUUID();
    subject.forgeLink = link -> new EventLink(other, link.caseSequence(), link.previousLeaf());
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.CASE, "event 3");
  }

  @Test
  void extract_ofAnotherCaseThanItSays() {
    Extract good = issued();
    refused(
        new Extract(
            UUID.randomUUID(),
            good.level(),
            good.checkpoint(),
            good.periods(),
            good.nextTagKey(),
            good.events()),
        ExtractFault.CASE,
        "event 0");
  }

  @Test
  void event_leftOut_outOfOrder_orTwice() {
    Extract good = issued();
    refused(without(good, 0), ExtractFault.SEQUENCE, "event 0");
    refused(without(good, 1), ExtractFault.SEQUENCE, "event 1");
    List<ExtractEvent> swapped = new ArrayList<>(good.events());
    swapped.set(1, good.events().get(2));
    swapped.set(2, good.events().get(1));
    refused(with(good, swapped), ExtractFault.SEQUENCE, "event 1");
  }

  @Test
  void number_leftOutByTheGatewayItself() {
    subject.forgeLink = link -> new EventLink(link.caseId(), 4, link.previousLeaf());
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.SEQUENCE, "event 3");
  }

  @Test
  void link_toAnotherLeafThanTheOneBefore() {
    subject.forgeLink = link -> new EventLink(link.caseId(), link.caseSequence(), OTHER);
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.PREVIOUS, "event 3");
  }

  @Test
  void link_afterALostEvent_toAnotherLeaf() {
    subject.forgeLink =
        link -> new EventLink(link.caseId(), 3, subject.events.get(1).leaf().leafHash());
    subject.add(Events.header(EventType.RESTORED).fact("lostFrom", "2").fact("lostCount", "1"));
    subject.lose(2);
    refused(issued(), ExtractFault.PREVIOUS, "event 3");
  }

  @Test
  void tag_underAnotherKey() {
    subject.forgeKey = Optional.of(OTHER_KEY);
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.TAG, "event 3");
    refused(with(issued(), new TagPeriod(0, OTHER_KEY)), ExtractFault.PERIOD, "event 5");
  }

  @Test
  void lostEvent_thatIsNotTheCases() {
    subject.add(Events.header(EventType.RESTORED).fact("lostFrom", "2").fact("lostCount", "1"));
    SampleCase foreign = new SampleCase(log);
    foreign.add(EventType.READ);
    subject.events.set(2, foreign.events.get(0));
    subject.lose(2);
    refused(issued(), ExtractFault.PREVIOUS, "event 3");
  }

  @Test
  void period_withoutAnExtractBefore() {
    Extract good = issued();
    TagKey key = good.periods().get(0).key();
    refused(
        with(good, new TagPeriod(0, key), new TagPeriod(2, OTHER_KEY)),
        ExtractFault.PERIOD,
        "event 1");
    refused(
        with(good, new TagPeriod(0, key), new TagPeriod(2, key)), ExtractFault.PERIOD, "tag key 1");
  }

  @Test
  void periods_thatDoNotFollowOneAnother() {
    Extract good = issued();
    TagKey key = good.periods().get(0).key();
    refused(with(good, new TagPeriod(1, key)), ExtractFault.PERIOD, "tag key 0");
    refused(
        with(good, new TagPeriod(0, key), new TagPeriod(0, key)), ExtractFault.PERIOD, "tag key 1");
    refused(
        with(good, new TagPeriod(0, key), new TagPeriod(4, key)), ExtractFault.PERIOD, "tag key 1");
  }

  @Test
  void key_keptAfterAnExtract() {
    issued();
    subject.periods.remove(1);
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.PERIOD, "event 4");
  }

  @Test
  void key_thatTheExtractBeforeDidNotCommitTo() {
    issued();
    subject.periods.set(1, new TagPeriod(4, OTHER_KEY));
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.NEXT_KEY, "event 3");
  }

  @Test
  void lostEvents_forWhichNoRestoreVouches() {
    subject.lose(1);
    refused(issued(), ExtractFault.LOST, "event 1");
  }

  @ParameterizedTest
  @EnumSource(ExtractLevel.class)
  void lostEvents_forWhichARestoreVouchesOtherwise(ExtractLevel level) {
    for (String[] facts :
        new String[][] {{"1", "1"}, {"1", "3"}, {"0", "2"}, {"2", "2"}, {"01", "2"}}) {
      SampleLog own = new SampleLog();
      SampleCase unlucky = new SampleCase(own);
      for (int i = 0; i < 3; i++) {
        unlucky.add(EventType.READ);
      }
      unlucky.add(
          Events.header(EventType.RESTORED).fact("lostFrom", facts[0]).fact("lostCount", facts[1]));
      unlucky.lose(1);
      unlucky.lose(2);
      unlucky.issue(level, false);
      refused(unlucky.extract(level), ExtractFault.LOST, "event 1");
    }
  }

  @Test
  void lostEvents_forWhichAnEarlierRestoreVouches() {
    subject.add(Events.header(EventType.RESTORED).fact("lostFrom", "4").fact("lostCount", "1"));
    subject.add(EventType.READ);
    subject.add(EventType.READ);
    subject.lose(4);
    refused(issued(), ExtractFault.LOST, "event 4");
  }

  @Test
  void lostEvents_forWhichSomethingElseVouches() {
    subject.add(Events.header(EventType.READ).fact("lostFrom", "2").fact("lostCount", "1"));
    subject.lose(2);
    refused(issued(), ExtractFault.LOST, "event 2");
  }

  @Test
  void extract_thatEndsElsewhere() {
    subject.add(EventType.READ);
    refused(subject.whole(), ExtractFault.END, "event 3");
    subject.issue(ExtractLevel.DETAILS, false);
    refused(without(subject.extract(ExtractLevel.DETAILS), 4), ExtractFault.END, "event 3");
    subject.lose(4);
    refused(subject.extract(ExtractLevel.DETAILS), ExtractFault.END, "event 4");
  }

  @Test
  void extract_issuedWithoutItsFacts() {
    subject.add(EventType.EXTRACT_ISSUED);
    refused(subject.whole(), ExtractFault.END, "event 3");
  }

  @Test
  void count_otherThanTheEvents() {
    subject.forgeIssued =
        good ->
            new ExtractIssued(
                new PeriodEnd(5, good.end().head(), good.end().nextTagKey()),
                good.level(),
                good.toDate());
    refused(issued(), ExtractFault.COUNT, "event 3");
  }

  @Test
  void head_otherThanTheEventBefore() {
    subject.forgeIssued =
        good ->
            new ExtractIssued(
                new PeriodEnd(4, OTHER, good.end().nextTagKey()), good.level(), good.toDate());
    refused(issued(), ExtractFault.HEAD, "event 3");
  }

  @Test
  void nextKey_otherThanCommittedTo() {
    subject.forgeIssued =
        good ->
            new ExtractIssued(
                new PeriodEnd(4, good.end().head(), OTHER), good.level(), good.toDate());
    subject.issue(ExtractLevel.DETAILS, true);
    refused(subject.whole(), ExtractFault.NEXT_KEY, "event 3");
  }

  @Test
  void nextKey_revealedWithoutBeingRecorded() {
    issued();
    refused(subject.whole(), ExtractFault.NEXT_KEY, "the extract");
  }
}
