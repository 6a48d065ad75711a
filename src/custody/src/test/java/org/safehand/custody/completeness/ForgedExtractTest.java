package org.safehand.custody.completeness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.custody.completeness.Forged.refused;
import static org.safehand.custody.completeness.Forged.with;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.extract.OpenedPart;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;

/** Files and single events that are one rule away from good ones. */
class ForgedExtractTest {
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
  void file_atItsLimit_isRead() {
    assertThatThrownBy(() -> ExtractVerifier.verify(new byte[Extract.MAX_BYTES], SampleLog.TRUST))
        .isInstanceOfSatisfying(
            ExtractException.class, e -> assertThat(e.found()).doesNotContain("longer"));
  }

  @Test
  void list_beyondItsLimit_isMalformed() {
    String good = new String(issued().bytes(), UTF_8);
    String period = good.replaceFirst(".*\"periods\":\\[(.*)\\],\"v\":1}$", "$1");
    for (int count : new int[] {Extract.MAX_EVENTS, Extract.MAX_EVENTS + 1}) {
      String many = String.join(",", Collections.nCopies(count, period));
      boolean tooMany = count > Extract.MAX_EVENTS;
      refused(
          good.replace(period, many).getBytes(UTF_8),
          tooMany ? ExtractFault.MALFORMED : ExtractFault.PERIOD,
          tooMany ? "/periods" : "tag key 1");
    }
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
}
