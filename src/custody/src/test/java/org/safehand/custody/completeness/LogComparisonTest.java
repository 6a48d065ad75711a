package org.safehand.custody.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.log.LogException;

class LogComparisonTest {
  private final SampleLog log = new SampleLog();
  private final SampleCase subject = new SampleCase(log);
  private final Path folder;

  LogComparisonTest(@TempDir Path folder) {
    this.folder = folder;
    for (int i = 0; i < 300; i++) {
      new SampleCase(log).add(EventType.READ);
      if (i % 100 == 0) {
        subject.add(EventType.READ);
      }
    }
  }

  private LogCoverage compare(Extract extract) throws Exception {
    Path exported = log.export(folder.resolve("log"));
    return ExtractVerifier.verify(extract.bytes(), SampleLog.TRUST, exported)
        .coverage()
        .orElseThrow();
  }

  private void refused(Extract extract, ExtractFault fault, String place, String... found) {
    assertThatThrownBy(() -> compare(extract))
        .isInstanceOfSatisfying(
            ExtractException.class,
            e -> {
              assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault);
              assertThat(e.place()).isEqualTo(place);
              assertThat(List.of(found)).allSatisfy(text -> assertThat(e.found()).contains(text));
            });
  }

  /** Another chain under the keys and with the events of {@code subject} so far. */
  private SampleCase twin(int events) {
    SampleCase twin = new SampleCase(log, subject.id);
    twin.periods.clear();
    twin.periods.addAll(subject.periods);
    twin.events.addAll(subject.events.subList(0, events));
    return twin;
  }

  @Test
  void extract_thatIsTheWholeCase_isCovered() throws Exception {
    subject.issue(ExtractLevel.LINKS, false);
    Extract extract = subject.extract(ExtractLevel.LINKS);
    subject.add(EventType.READ);
    LogCoverage coverage = compare(extract);
    assertThat(coverage.log().size()).isEqualTo(305);
    assertThat(coverage.laterEvents()).isEmpty();
  }

  @Test
  void extract_toDate_isCompleteToDate() throws Exception {
    subject.issue(ExtractLevel.LINKS, true);
    assertThat(compare(subject.whole().reduced(ExtractLevel.LINKS, true)).laterEvents())
        .isEqualTo(OptionalLong.of(0));
  }

  @Test
  void laterEvents_underTheNextKey_areCounted_inTheExtractsOwnCheckpointToo() throws Exception {
    subject.issue(ExtractLevel.LINKS, true);
    int count = subject.events.size();
    for (int i = 0; i < 4_200; i++) {
      subject.add(EventType.READ);
    }
    Extract extract = subject.whole(count).reduced(ExtractLevel.LINKS, true);
    subject.add(EventType.READ);
    assertThat(compare(extract).laterEvents()).isEqualTo(OptionalLong.of(4_201));
  }

  @Test
  void laterEvents_beyondTheNextExtract_areSomebodyElses() throws Exception {
    subject.issue(ExtractLevel.LINKS, true);
    int count = subject.events.size();
    subject.issue(ExtractLevel.LINKS, false);
    subject.add(EventType.READ);
    assertThat(compare(subject.whole(count).reduced(ExtractLevel.LINKS, true)).laterEvents())
        .isEqualTo(OptionalLong.of(1));
  }

  @Test
  void case_forkedBeforeTheExtract_isFoundWithBothPlaces() {
    SampleCase twin = twin(2);
    subject.issue(ExtractLevel.LINKS, false);
    Extract extract = subject.extract(ExtractLevel.LINKS);
    twin.add(EventType.READ); // a second event number 2
    long index = twin.events.get(2).index();
    refused(
        extract,
        ExtractFault.FORKED,
        "event 2",
        "index " + subject.events.get(2).index() + " ",
        "index " + index);
  }

  @Test
  void case_forkedInTheExtractsOwnTree_isFound() {
    SampleCase twin = twin(1);
    twin.add(EventType.READ); // a second event number 1, although later than the first
    subject.issue(ExtractLevel.LINKS, false);
    refused(subject.extract(ExtractLevel.LINKS), ExtractFault.FORKED, "event 1");
  }

  @Test
  void secondVersion_placedBeforeTheFirst_isFound() {
    SampleCase early = twin(3);
    early.add(EventType.READ);
    subject.add(EventType.READ);
    subject.issue(ExtractLevel.LINKS, false);
    refused(
        subject.extract(ExtractLevel.LINKS),
        ExtractFault.FORKED,
        "event 3",
        "index " + early.events.get(3).index() + " ",
        "index " + subject.events.get(3).index());
  }

  @Test
  void case_forkedAfterTheExtract_isFoundByWhoeverHasTheNextKey() {
    subject.issue(ExtractLevel.LINKS, true);
    int count = subject.events.size();
    SampleCase twin = twin(count);
    subject.add(EventType.READ);
    twin.add(EventType.READ);
    refused(subject.whole(count).reduced(ExtractLevel.LINKS, true), ExtractFault.FORKED, "event 4");
  }

  @Test
  void secondVersion_atTheStartOfABundle_isFound() {
    SampleCase twin = twin(3);
    subject.issue(ExtractLevel.LINKS, false);
    Extract extract = subject.extract(ExtractLevel.LINKS);
    long index = subject.events.get(subject.events.size() - 1).index();
    while (index < 511) {
      index = log.append(Events.leaf());
    }
    twin.add(EventType.READ); // number 3 again, as entry 512
    refused(extract, ExtractFault.FORKED, "event 3", "index 512");
  }

  @Test
  void case_continuedBesideTheExtract_isFound() {
    SampleCase twin = twin(3);
    subject.issue(ExtractLevel.LINKS, false);
    Extract extract = subject.extract(ExtractLevel.LINKS);
    twin.events.add(subject.events.get(3));
    twin.add(EventType.READ); // number 4 under the key that ended with number 3
    refused(extract, ExtractFault.CONTINUED, "event 4", "index " + twin.events.get(4).index());
  }

  @Test
  void case_continuedBesideAnEarlierExtract_isFound() {
    SampleCase twin = twin(3);
    subject.issue(ExtractLevel.LINKS, false);
    twin.events.add(subject.events.get(3));
    twin.add(EventType.READ);
    subject.add(EventType.READ);
    subject.issue(ExtractLevel.LINKS, false);
    assertThat(subject.periods).extracting(TagPeriod::first).containsExactly(0L, 4L, 6L);
    refused(subject.extract(ExtractLevel.LINKS), ExtractFault.CONTINUED, "event 4");
  }

  @Test
  void log_smallerThanTheExtract_decidesNothing() throws Exception {
    Path old = log.export(folder.resolve("old"));
    subject.issue(ExtractLevel.LINKS, false);
    byte[] extract = subject.extract(ExtractLevel.LINKS).bytes();
    assertThatThrownBy(() -> ExtractVerifier.verify(extract, SampleLog.TRUST, old))
        .hasMessageStartingWith("extract-log-smaller: ");
  }

  @Test
  void log_thatShowsOthersAnotherTree_isASplitView() throws Exception {
    subject.issue(ExtractLevel.LINKS, false);
    byte[] extract = subject.extract(ExtractLevel.LINKS).bytes();
    SampleLog view = new SampleLog();
    for (int i = 0; i < 400; i++) {
      new SampleCase(view).add(EventType.READ);
    }
    Path shown = view.export(folder.resolve("view"));
    assertThatThrownBy(() -> ExtractVerifier.verify(extract, SampleLog.TRUST, shown))
        .hasMessageStartingWith("extract-log-root: ");
  }

  @Test
  void splitView_inWhichTheCaseStandsElsewhere_isStillASplitView() throws Exception {
    subject.issue(ExtractLevel.LINKS, false);
    byte[] extract = subject.extract(ExtractLevel.LINKS).bytes();
    SampleLog view = new SampleLog();
    subject.events.forEach(event -> view.append(event.leaf()));
    for (int i = 0; i < 400; i++) {
      new SampleCase(view).add(EventType.READ);
    }
    Path shown = view.export(folder.resolve("view"));
    assertThatThrownBy(() -> ExtractVerifier.verify(extract, SampleLog.TRUST, shown))
        .hasMessageStartingWith("extract-log-root: ");
  }

  @Test
  void log_thatDoesNotHold_isRefusedAsALog() throws Exception {
    subject.issue(ExtractLevel.LINKS, false);
    byte[] extract = subject.extract(ExtractLevel.LINKS).bytes();
    Path exported = log.export(folder.resolve("log"));
    Files.createFile(exported.resolve("extra"));
    assertThatThrownBy(() -> ExtractVerifier.verify(extract, SampleLog.TRUST, exported))
        .isInstanceOf(LogException.class);
  }
}
