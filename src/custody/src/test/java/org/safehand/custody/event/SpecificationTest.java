package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;

/** The worked example of SPEC.md is what the code makes. */
class SpecificationTest {
  private static Digest bytes(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return Digest.ofBytes(bytes);
  }

  @Test
  void workedExample_asWritten() throws IOException {
    EventHeader header =
        EventHeader.builder(UUID.fromString("01931b3e-9000-7000-8000-000000000002"), EventType.READ)
            .occasion(Occasion.at(Events.TIME))
            .actor(new Principal("S-1042", "referral-officer", "hotline.example", "otp"))
            .instrument(new Instrument("node-1", "safehand", "0.1.0"))
            .build();
    EventDetail detail = new EventDetail(Map.of("actorName", "A. Example"));
    EventLink link = EventLink.first(Events.CASE);
    LeafSalts salts = new LeafSalts(bytes(1), bytes(2), bytes(3));
    TagKey tagKey = TagKey.ofBytes(bytes(4).bytes());
    BlindLeaf leaf = BlindLeaf.commit(link, new CustodyEvent(header, detail), salts, tagKey.tag(0));
    String spec = Files.readString(Path.of("SPEC.md"), UTF_8).replaceAll("\n +", "");
    assertThat(spec)
        .contains("link    " + text(link.toJson()))
        .contains("header  " + text(header.toJson()))
        .contains("detail  " + text(detail.toJson()))
        .contains("\n" + leaf + "\n")
        .contains("\n" + leaf.leafHash().hex() + "\n");
  }

  private static String text(JsonObject json) {
    return new String(Jcs.write(json), UTF_8);
  }
}
