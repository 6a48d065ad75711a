package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.LogFixture;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.tree.TreeWriter;

/** The worked example of SPEC.md is what the code makes. */
class SpecificationTest {
  private static Digest bytes(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return Digest.ofBytes(bytes);
  }

  @Test
  void workedExample_asWritten() throws IOException {
    CustodyEvent event = example();
    EventHeader header = event.header();
    EventDetail detail = event.detail();
    EventLink link = EventLink.first(Events.CASE);
    LeafSalts salts = new LeafSalts(bytes(1), bytes(2), bytes(3));
    TagKey tagKey = TagKey.ofBytes(bytes(4).bytes());
    BlindLeaf leaf = BlindLeaf.commit(link, event, salts, tagKey.tag(0));
    String spec = Files.readString(Path.of("SPEC.md"), UTF_8).replaceAll("\n +", "");
    assertThat(spec)
        .contains("link    " + text(link.toJson()))
        .contains("header  " + text(header.toJson()))
        .contains("detail  " + text(detail.toJson()))
        .contains("\n" + leaf + "\n")
        .contains("\n" + leaf.leafHash().hex() + "\n");
  }

  @Test
  void workedExtract_asWritten() throws Exception {
    LeafSalts salts = new LeafSalts(bytes(1), bytes(2), bytes(3));
    TagKey tagKey = TagKey.ofBytes(bytes(4).bytes());
    EventLink first = EventLink.first(Events.CASE);
    RecordedEvent read = recorded(first, example(), salts, tagKey);
    Digest next = TagKey.ofBytes(bytes(1).bytes()).commitment();
    EventHeader issuing =
        new ExtractIssued(new PeriodEnd(2, read.leaf().leafHash(), next), ExtractLevel.LINKS, false)
            .addTo(Events.header(EventType.EXTRACT_ISSUED))
            .build();
    EventLink second = first.next(read.leaf().leafHash());
    RecordedEvent issued = recorded(second, CustodyEvent.of(issuing), salts, tagKey);
    Extract extract = extract(List.of(read, issued), tagKey);

    assertThat(ExtractVerifier.verify(extract.bytes(), LogFixture.trust()).issued().end().count())
        .isEqualTo(2);
    String spec = Files.readString(Path.of("SPEC.md"), UTF_8).replaceAll("\n +", "");
    String facts = text(issuing.toJson()).replaceFirst(".*(\"facts\":\\{[^}]*}).*", "$1");
    assertThat(spec).contains("\n" + facts + "\n");
    String written = spec.substring(spec.indexOf("\n{\"case\":\"") + 1);
    assertThat(new String(extract.bytes(), UTF_8))
        .containsSubsequence(written.substring(0, written.indexOf('\n')).split("…", -1));
  }

  private static Extract extract(List<RecordedEvent> events, TagKey tagKey) {
    TreeWriter log = new TreeWriter();
    events.forEach(event -> log.append(event.leaf().bytes()));
    List<ExtractEvent> proven = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Digest sibling = events.get(1 - i).leaf().leafHash();
      proven.add(ExtractEvent.Opened.of(events.get(i), i, List.of(sibling)));
    }
    Checkpoint checkpoint = new Checkpoint(LogFixture.KEY.name(), log.size(), log.root());
    return new Extract(
            Events.CASE,
            ExtractLevel.DETAILS,
            LogFixture.KEY.sign(checkpoint),
            List.of(new TagPeriod(0, tagKey)),
            Optional.empty(),
            proven)
        .reduced(ExtractLevel.LINKS, false);
  }

  private static RecordedEvent recorded(
      EventLink link, CustodyEvent event, LeafSalts salts, TagKey tagKey) {
    BlindLeaf leaf = BlindLeaf.commit(link, event, salts, tagKey.tag(link.caseSequence()));
    return new RecordedEvent(link, event, salts, leaf);
  }

  private static CustodyEvent example() {
    EventHeader header =
        EventHeader.builder(UUID.fromString("01931b3e-9000-7000-8000-000000000002"), EventType.READ)
            .occasion(Occasion.at(Events.TIME))
            .actor(new Principal("S-1042", "referral-officer", "hotline.example", "otp"))
            .instrument(new Instrument("node-1", "safehand", "0.1.0"))
            .build();
    return new CustodyEvent(header, new EventDetail(Map.of("actorName", "A. Example")));
  }

  private static String text(JsonObject json) {
    return new String(Jcs.write(json), UTF_8);
  }
}
