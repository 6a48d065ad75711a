package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.vectors.extract.ExtractVectors;
import org.safehand.custody.vectors.form.Suite;

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
  void typesOfEvents_areListed() throws IOException {
    String spec = Files.readString(Path.of("SPEC.md"), UTF_8);
    String list = spec.substring(spec.indexOf("\nTypes: ") + 1);
    assertThat(
            Pattern.compile("`([a-z-]+)`")
                .matcher(list.substring(0, list.indexOf(".\n")))
                .results())
        .extracting(type -> type.group(1))
        .containsExactlyElementsOf(Arrays.stream(EventType.values()).map(EventType::wire).toList());
  }

  @Test
  void workedExtract_isTheVectorOfThatName() throws Exception {
    byte[] file = Suite.kept(new ExtractVectors()).get("ok-worked-example").bytes("extract");
    List<ExtractEvent> events = Extract.parse(file).events();
    EventHeader issuing = ((ExtractEvent.Opened) events.get(1)).header().orElseThrow().value();
    String spec = Files.readString(Path.of("SPEC.md"), UTF_8).replaceAll("\n +", "");
    String facts = text(issuing.toJson()).replaceFirst(".*(\"facts\":\\{[^}]*}).*", "$1");
    assertThat(spec).contains("\n" + facts + "\n");
    String written = spec.substring(spec.indexOf("\n{\"case\":\"") + 1);
    assertThat(new String(file, UTF_8))
        .containsSubsequence(written.substring(0, written.indexOf('\n')).split("…", -1));
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
