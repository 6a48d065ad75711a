package org.safehand.custody.completeness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.Checkpoint;

class ExtractVerifierTest {
  private final SampleLog log = new SampleLog();
  private final SampleCase subject = new SampleCase(log);
  private final SampleCase other = new SampleCase(log);

  /** Two cases, whose events alternate in the log. */
  private void record(int count) {
    for (int i = 0; i < count; i++) {
      subject.add(i == 0 ? EventType.CASE_OPENED : EventType.READ);
      other.add(EventType.READ);
    }
  }

  private static VerifiedExtract verify(Extract extract) throws ExtractException {
    return ExtractVerifier.verify(extract.bytes(), SampleLog.TRUST);
  }

  @ParameterizedTest
  @EnumSource(ExtractLevel.class)
  void extract_ofEachLevel_isVerifiedAndReadsBack(ExtractLevel level) throws Exception {
    record(5);
    subject.issue(level, false);
    other.add(EventType.READ);
    Extract extract = subject.extract(level);
    VerifiedExtract verified = verify(extract);
    assertThat(verified.extract()).isEqualTo(extract);
    assertThat(verified.extract().bytes()).isEqualTo(extract.bytes());
    assertThat(verified.sha256()).isEqualTo(Digest.of(extract.bytes()));
    assertThat(verified.checkpoint()).isEqualTo(Checkpoint.of(log.checkpoint()));
    assertThat(verified.signers()).containsExactly("example.org/log");
    assertThat(verified.witnesses()).isEmpty();
    assertThat(verified.issued().end().count()).isEqualTo(6);
    assertThat(verified.lost()).isEmpty();
    assertThat(verified.coverage()).isEmpty();
  }

  @Test
  void extract_ofLinks_opensNoOtherPartButTheLastHeader() throws Exception {
    record(3);
    subject.issue(ExtractLevel.LINKS, false);
    Extract extract = verify(subject.extract(ExtractLevel.LINKS)).extract();
    assertThat(extract.events())
        .allSatisfy(event -> assertThat(((ExtractEvent.Opened) event).detail()).isEmpty());
    assertThat(extract.events())
        .filteredOn(event -> ((ExtractEvent.Opened) event).header().isPresent())
        .containsExactly(extract.events().get(3));
  }

  @Test
  void extract_reducedByWhoHoldsIt_isStillVerified() throws Exception {
    record(3);
    subject.issue(ExtractLevel.DETAILS, true);
    Extract given = subject.extract(ExtractLevel.DETAILS);
    for (ExtractLevel level : ExtractLevel.values()) {
      assertThat(verify(given.reduced(level, false)).issued().level())
          .isEqualTo(ExtractLevel.DETAILS);
    }
    assertThatThrownBy(
            () -> given.reduced(ExtractLevel.LINKS, false).reduced(ExtractLevel.HEADERS, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(ExtractLevel.class)
  void extract_afterOthers_showsTheTagKeysSoFar(ExtractLevel level) throws Exception {
    record(2);
    subject.issue(ExtractLevel.LINKS, false);
    record(2);
    subject.issue(ExtractLevel.DETAILS, true);
    subject.add(EventType.READ);
    subject.issue(ExtractLevel.DETAILS, false);
    VerifiedExtract verified = verify(subject.extract(level));
    assertThat(verified.extract().periods()).extracting(p -> p.first()).containsExactly(0L, 3L, 6L);
    assertThat(verified.extract().nextTagKey()).isEmpty();
    assertThat(verified.issued().end().count()).isEqualTo(8);
  }

  @Test
  void extract_toDate_revealsTheNextTagKey() throws Exception {
    record(2);
    subject.issue(ExtractLevel.HEADERS, true);
    VerifiedExtract verified = verify(subject.whole().reduced(ExtractLevel.HEADERS, true));
    assertThat(verified.issued().toDate()).isTrue();
    assertThat(verified.extract().nextTagKey().orElseThrow().commitment())
        .isEqualTo(verified.issued().end().nextTagKey());
  }

  @ParameterizedTest
  @EnumSource(ExtractLevel.class)
  void eventsLostByARestore_thatVouchesForThem_areNamed(ExtractLevel level) throws Exception {
    record(6);
    subject.add(Events.header(EventType.RESTORED).fact("lostFrom", "4").fact("lostCount", "2"));
    subject.lose(4);
    subject.lose(5);
    subject.issue(level, false);
    assertThat(verify(subject.extract(level)).lost()).containsExactly(new LostRun(4, 2, 6));
  }

  @Test
  void file_withAnyByteChanged_isRefused() throws Exception {
    record(2);
    subject.issue(ExtractLevel.DETAILS, false);
    byte[] good = subject.extract(ExtractLevel.DETAILS).bytes();
    Random random = new Random(5);
    for (int at = 0; at < good.length; at++) {
      byte[] changed = good.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> ExtractVerifier.verify(changed, SampleLog.TRUST))
          .as("byte %d of %s", at, new String(good, UTF_8))
          .isInstanceOf(ExtractException.class);
    }
  }

  @Test
  void file_cutAnywhere_isRefused() throws Exception {
    record(1);
    subject.issue(ExtractLevel.LINKS, false);
    byte[] good = subject.extract(ExtractLevel.LINKS).bytes();
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> ExtractVerifier.verify(cut, SampleLog.TRUST))
          .isInstanceOf(ExtractException.class)
          .hasMessageStartingWith("extract-malformed: ");
    }
  }
}
