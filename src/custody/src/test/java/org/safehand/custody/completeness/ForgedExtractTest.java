package org.safehand.custody.completeness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.extract.OpenedPart;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;

/** Extracts that are one rule away from a good one. */
class ForgedExtractTest {
  private static final TagKey OTHER_KEY = TagKey.random(new SecureRandom());
  private static final Digest OTHER = Digest.of("other".getBytes(US_ASCII));

  private final SampleLog log = new SampleLog();
  private final SampleCase subject = new SampleCase(log);

  ForgedExtractTest() {
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

  private static void refused(Extract extract, ExtractFault fault, String place) {
    refused(extract.bytes(), fault, place);
  }

  private static void refused(byte[] file, ExtractFault fault, String place) {
    assertThatThrownBy(() -> ExtractVerifier.verify(file, SampleLog.TRUST))
        .isInstanceOfSatisfying(
            ExtractException.class,
            e -> {
              assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault);
              assertThat(e.place()).as(e.getMessage()).isEqualTo(place);
            });
  }

  private static Extract with(Extract extract, List<ExtractEvent> events) {
    return new Extract(
        extract.caseId(),
        extract.level(),
        extract.checkpoint(),
        extract.periods(),
        extract.nextTagKey(),
        events);
  }

  private static Extract with(Extract extract, int at, UnaryOperator<ExtractEvent.Opened> change) {
    List<ExtractEvent> events = new ArrayList<>(extract.events());
    events.set(at, change.apply((ExtractEvent.Opened) events.get(at)));
    return with(extract, events);
  }

  private static Extract with(Extract extract, TagPeriod... periods) {
    return new Extract(
        extract.caseId(),
        extract.level(),
        extract.checkpoint(),
        List.of(periods),
        extract.nextTagKey(),
        extract.events());
  }

  private static Extract without(Extract extract, int at) {
    List<ExtractEvent> events = new ArrayList<>(extract.events());
    events.remove(at);
    return with(extract, events);
  }

  @Test
  void theGoodOne_isVerified() {
    byte[] good = issued().bytes();
    assertThatCode(() -> ExtractVerifier.verify(good, SampleLog.TRUST)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^\\{=>{ ", // another layout
        "],\"level\":\"details\"=>],\"level\":\"everything\"",
        "\"v\":1}$=>\"v\":1,\"w\":1}",
        "\"index\":1,=>\"index\":-1,",
        "\"index\":1,=>\"index\":1,\"lost\":false,",
        "\"index\":1,=>\"index\":1,\"lost\":true,",
        "\"first\":0=>\"first\":-1",
        "\"periods\":\\[.*\\]=>\"periods\":[]",
        "\"events\":\\[.*\\],\"level\"=>\"events\":[],\"level\"",
        "\"proof\":\\[\"=>\"proof\":[\"A",
        "\"salt\":\".{44}\"=>\"salt\":\"\"",
        "\"tag\":\".{44}\"=>\"tag\":\"\"",
        "\"checkpoint\":\"=>\"checkpoint\":\"\\\\t"
      })
  void malformed(String change) {
    String[] sides = change.split("=>", -1);
    String good = new String(issued().bytes(), UTF_8);
    String forged = good.replaceFirst(sides[0], sides[1]);
    assertThat(forged).isNotEqualTo(good);
    assertThatThrownBy(() -> ExtractVerifier.verify(forged.getBytes(UTF_8), SampleLog.TRUST))
        .hasMessageStartingWith("extract-malformed: ");
  }

  @Test
  void file_beyondItsLimit_isNotRead() {
    refused(new byte[Extract.MAX_BYTES + 1], ExtractFault.MALFORMED, "the file");
  }

  @Test
  void version_thatIsNotKnown() {
    String good = new String(issued().bytes(), UTF_8);
    refused(
        good.replaceFirst("\"v\":1}$", "\"v\":2,\"w\":1}").getBytes(UTF_8),
        ExtractFault.VERSION,
        "/v");
  }

  @Test
  void checkpoint_ofAnotherKey() {
    Extract good = issued();
    LogKey other = LogKey.generate("example.org/log", new SecureRandom());
    refused(
        new Extract(
            good.caseId(),
            good.level(),
            log.checkpoint(other),
            good.periods(),
            good.nextTagKey(),
            good.events()),
        ExtractFault.CHECKPOINT,
        "the checkpoint");
  }

  @Test
  void checkpoint_withoutTheQuorum() {
    byte[] good = issued().bytes();
    Trust trust = SampleLog.TRUST;
    LogKey key = SampleLog.KEY;
    CosignerKey witness = CosignerKey.generateEd25519("witness.example.org", new SecureRandom());
    Trust strict =
        new Trust(
            new LogTrust(key.name(), List.of(key.verifierKey()), List.of(witness.verifierKey()), 1),
            trust.sealers(),
            trust.sealCa(),
            trust.tsaCa(),
            trust.timeStampAuthorities());
    assertThatThrownBy(() -> ExtractVerifier.verify(good, strict))
        .hasMessageStartingWith("extract-checkpoint: ");
  }

  @Test
  void index_ofAnotherEvent() {
    refused(
        with(
            issued(),
            1,
            e -> new ExtractEvent.Opened(1, e.leaf(), e.proof(), e.link(), e.header(), e.detail())),
        ExtractFault.INDEX,
        "event 1");
  }

  @Test
  void leaf_elsewhereThanItsProofSays() {
    refused(
        with(
            issued(),
            1,
            e -> new ExtractEvent.Opened(0, e.leaf(), e.proof(), e.link(), e.header(), e.detail())),
        ExtractFault.INCLUSION,
        "event 1");
    refused(
        with(
            subject.whole().reduced(ExtractLevel.DETAILS, false),
            2,
            e ->
                new ExtractEvent.Opened(
                    e.index(), e.leaf(), List.of(OTHER), e.link(), e.header(), e.detail())),
        ExtractFault.INCLUSION,
        "event 2");
  }

  @Test
  void index_beyondTheTree() {
    refused(
        with(
            issued(),
            1,
            e ->
                new ExtractEvent.Opened(
                    1L << 40, e.leaf(), e.proof(), e.link(), e.header(), e.detail())),
        ExtractFault.INCLUSION,
        "event 1");
  }

  @Test
  void part_underAnotherSalt() {
    Extract good = issued();
    refused(
        with(
            good,
            0,
            e ->
                new ExtractEvent.Opened(
                    e.index(),
                    e.leaf(),
                    e.proof(),
                    new OpenedPart<>(e.link().value(), OTHER),
                    e.header(),
                    e.detail())),
        ExtractFault.PART,
        "event 0");
    refused(
        with(
            good,
            1,
            e ->
                new ExtractEvent.Opened(
                    e.index(),
                    e.leaf(),
                    e.proof(),
                    e.link(),
                    e.header().map(part -> new OpenedPart<>(part.value(), OTHER)),
                    e.detail())),
        ExtractFault.PART,
        "event 1");
    refused(
        with(
            good,
            2,
            e ->
                new ExtractEvent.Opened(
                    e.index(),
                    e.leaf(),
                    e.proof(),
                    e.link(),
                    e.header(),
                    e.detail().map(part -> new OpenedPart<>(part.value(), OTHER)))),
        ExtractFault.PART,
        "event 2");
  }

  @Test
  void leaf_thatShowsAnotherSecond() {
    subject.forgeLeaf =
        leaf ->
            BlindLeaf.of(leaf.toString().replace("T03:51:59Z", "T03:51:58Z").getBytes(US_ASCII))
                .orElseThrow();
    subject.add(EventType.READ);
    refused(issued(), ExtractFault.TIME, "event 3");
  }

  @Test
  void event_openedBeyondItsLevel() {
    Extract whole = issued();
    for (int at : new int[] {0, 3}) {
      refused(
          with(
              whole.reduced(ExtractLevel.HEADERS, false),
              at,
              e -> (ExtractEvent.Opened) whole.events().get(at)),
          ExtractFault.LEVEL,
          "event " + at);
    }
    refused(
        with(
            whole.reduced(ExtractLevel.LINKS, false),
            1,
            e -> (ExtractEvent.Opened) whole.reduced(ExtractLevel.HEADERS, false).events().get(1)),
        ExtractFault.LEVEL,
        "event 1");
  }

  @Test
  void event_openedLessThanItsLevel() {
    Extract whole = issued();
    refused(
        with(
            whole,
            1,
            e -> (ExtractEvent.Opened) whole.reduced(ExtractLevel.HEADERS, false).events().get(1)),
        ExtractFault.LEVEL,
        "event 1");
    for (int at : new int[] {1, 3}) {
      refused(
          with(
              whole.reduced(at == 1 ? ExtractLevel.HEADERS : ExtractLevel.LINKS, false),
              at,
              e ->
                  new ExtractEvent.Opened(
                      e.index(),
                      e.leaf(),
                      e.proof(),
                      e.link(),
                      Optional.empty(),
                      Optional.empty())),
          ExtractFault.LEVEL,
          "event " + at);
    }
  }

  @Test
  void extract_openedBeyondWhatWasIssued() {
    subject.issue(ExtractLevel.LINKS, false);
    refused(subject.extract(ExtractLevel.HEADERS), ExtractFault.LEVEL, "the extract");
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
        with(good, new TagPeriod(0, key), new TagPeriod(2, key)), ExtractFault.PERIOD, "event 1");
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
