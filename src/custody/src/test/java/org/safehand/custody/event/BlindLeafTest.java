package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;

class BlindLeafTest {
  @Test
  void leaf_isCanonicalJsonOfSixMembers() throws JsonException {
    RecordedEvent event = Events.recorded(0, Digest.of());
    var json = Jcs.readObject(event.leaf().bytes());
    assertThat(json.members().keySet()).containsExactly("d", "h", "l", "t", "tag", "v");
    assertThat(json.string("t")).isEqualTo("2026-11-24T03:51:59Z");
    assertThat(json.string("tag")).isEqualTo(Events.tagKey().tag(0).base64());
    assertThat(event.leaf().tag()).isEqualTo(Events.tagKey().tag(0));
    assertThat(event.leaf().bytes()).hasSize(BlindLeaf.LENGTH);
    assertThat(event.leaf().leafHash()).isEqualTo(Digest.of(new byte[1], event.leaf().bytes()));
  }

  @Test
  void leaf_saysNothingOfTheEvent() {
    String leaf = Events.leaf().toString();
    assertThat(leaf).doesNotContain("read", "S-1042", "Example", Events.CASE.toString());
    assertThat(Events.leaf()).isNotEqualTo(Events.leaf());
  }

  /** Whatever byte is changed: what is still taken for a leaf is canonical JSON of that shape. */
  @Test
  void anyChangedByte_leafOnlyIfStillCanonical() {
    byte[] leaf = Events.leaf().bytes();
    int accepted = 0;
    for (int at = 0; at < leaf.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = leaf.clone();
        changed[at] = (byte) value;
        boolean isLeaf = BlindLeaf.of(changed).isPresent();
        assertThat(isLeaf).as("byte %d = %d", at, value).isEqualTo(isLeafByJson(changed));
        accepted += isLeaf ? 1 : 0;
      }
    }
    // 4 digests of 42 free characters and one of 16 choices, and some digits of the time
    assertThat(accepted).isGreaterThan(4 * (42 * 64 + 16)).isLessThan(4 * (42 * 64 + 16) + 400);
  }

  /** The same question answered by the general reader. */
  private static boolean isLeafByJson(byte[] bytes) {
    try {
      var json = Jcs.readObject(bytes);
      for (String name : new String[] {"d", "h", "l", "tag"}) {
        if (Digest.ofBase64(json.string(name)).isEmpty()) {
          return false;
        }
      }
      return json.members().size() == 6
          && UtcText.parseSeconds(json.string("t")).isPresent()
          && json.integer("v") == 1;
    } catch (JsonException e) {
      return false;
    }
  }

  @Test
  void otherLength_refused() {
    byte[] leaf = Events.leaf().bytes();
    assertThat(BlindLeaf.of(Arrays.copyOf(leaf, leaf.length - 1))).isEmpty();
    assertThat(BlindLeaf.of(Arrays.copyOf(leaf, leaf.length + 1))).isEmpty();
    assertThat(BlindLeaf.of(new byte[0])).isEmpty();
    assertThat(BlindLeaf.isLeaf(leaf, 0, leaf.length)).isTrue();
  }

  @Test
  void impossibleDates_refused() {
    String leaf = Events.leaf().toString();
    for (String time :
        new String[] {
          "2026-13-24T03:51:59Z",
          "2026-00-24T03:51:59Z",
          "2026-02-29T03:51:59Z",
          "2026-11-31T03:51:59Z",
          "2026-11-00T03:51:59Z",
          "2026-11-24T24:51:59Z",
          "2026-11-24T03:60:59Z",
          "2026-11-24T03:51:60Z"
        }) {
      assertThat(BlindLeaf.of(leaf.replace("2026-11-24T03:51:59Z", time).getBytes(UTF_8)))
          .as(time)
          .isEmpty();
    }
    assertThat(BlindLeaf.of(leaf.replace("2026-11-24T", "2024-02-29T").getBytes(UTF_8)))
        .isPresent();
  }

  @Test
  void body_opensTheLeafItWasMadeWith() throws JsonException {
    RecordedEvent event = Events.recorded(3, Digest.of());
    RecordedEvent read = RecordedEvent.open(event.body(), event.leaf());
    assertThat(read).isEqualTo(event);
    assertThat(read.event().detail().texts()).containsEntry("actorName", "A. Example");
    assertThat(read.leaf().second()).isEqualTo("2026-11-24T03:51:59Z");
  }

  @Test
  void body_opensNoOtherLeaf() {
    RecordedEvent event = Events.recorded(0, Digest.of());
    assertThatThrownBy(() -> RecordedEvent.open(event.body(), Events.leaf()))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("does not commit");
    assertThatThrownBy(
            () -> new RecordedEvent(event.link(), event.event(), event.salts(), Events.leaf()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bodyWithAnyBitFlipped_refused() {
    RecordedEvent event = Events.recorded(1, Digest.of());
    byte[] body = event.body();
    Random random = new Random(1);
    for (int at = 0; at < body.length; at++) {
      byte[] changed = body.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> RecordedEvent.open(changed, event.leaf()))
          .as("byte %d", at)
          .isInstanceOf(JsonException.class);
    }
  }

  @Test
  void link_firstHasNoPreviousAndOthersHave() {
    assertThatThrownBy(() -> new EventLink(Events.CASE, 1, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EventLink(Events.CASE, 0, Digest.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(EventLink.first(Events.CASE).next(Digest.of()).caseSequence()).isEqualTo(1);
  }
}
