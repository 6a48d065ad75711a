package org.safehand.custody.vectors.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Leaves: how the parts of an event become one, and what shape it must have. */
public final class LeafVectors implements VectorKind {
  private static final String LEAF = "leaf";
  private static final String GOOD = Parts.example().leaf().toString();
  private static final String TIME = "2026-11-24T03:51:59Z";

  @Override
  public String name() {
    return "leaf";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws JsonException {
    Optional<BlindLeaf> leaf = BlindLeaf.of(vector.bytes(LEAF));
    assertThat(isLeafWithin(vector.bytes(LEAF))).isEqualTo(leaf.isPresent());
    if (leaf.isEmpty()) {
      return LogFault.LEAF_MALFORMED.code();
    }
    assertThat(leaf.get().bytes()).isEqualTo(vector.bytes(LEAF));
    assertThat(leaf.get().leafHash()).isEqualTo(vector.hash("leaf-hash"));
    assertThat(UtcText.seconds(leaf.get().second())).isEqualTo(vector.text("second"));
    assertThat(leaf.get().tag()).isEqualTo(vector.hash("tag"));
    if (vector.has("link")) {
      assertThat(made(vector).leaf()).isEqualTo(leaf.get());
    }
    return Vector.OK;
  }

  /** As part of a larger array, where what stands around it is of no consequence. */
  private static boolean isLeafWithin(byte[] leaf) {
    byte[] larger = new byte[leaf.length + 3];
    System.arraycopy(leaf, 0, larger, 2, leaf.length);
    return BlindLeaf.isLeaf(larger, 2, leaf.length);
  }

  private static RecordedEvent made(Vector vector) throws JsonException {
    CustodyEvent event =
        new CustodyEvent(
            EventHeader.fromJson(json(vector, "header")),
            EventDetail.fromJson(json(vector, "detail")));
    TagKey tagKey = TagKey.ofBytes(vector.hash("tag-key").bytes());
    Replay salts =
        new Replay(
            vector.hash("salt-link"), vector.hash("salt-header"), vector.hash("salt-detail"));
    return new LeafMaker(salts).make(EventLink.fromJson(json(vector, "link")), event, tagKey);
  }

  private static JsonObject json(Vector vector, String part) throws JsonException {
    return Jcs.readObject(vector.bytes(part));
  }

  @Override
  public void make(Suite suite) {
    suite.put(
        "ok-worked-example",
        parts("the example of SPEC.md: parts, salts and tag key become a leaf", Parts.example()));
    suite.put(
        "ok-second-of-a-case",
        parts("the second event of a case, in which every member stands", Parts.full()));
    suite.put(
        "ok-zero-hash",
        outputs(
            Vector.ok("a hash of zeroes"), GOOD.replace(GOOD.substring(6, 49), "A".repeat(43))));
    makeTimes(suite);
    makeShapes(suite);
  }

  private static Vector parts(String shows, RecordedEvent event) {
    return outputs(
        Vector.ok(shows)
            .with("link", Jcs.write(event.link().toJson()))
            .with("header", Jcs.write(event.event().header().toJson()))
            .with("detail", Jcs.write(event.event().detail().toJson()))
            .with("salt-link", Parts.equalBytes(1))
            .with("salt-header", Parts.equalBytes(2))
            .with("salt-detail", Parts.equalBytes(3))
            .with("tag-key", Parts.equalBytes(4)),
        event.leaf().toString());
  }

  private static Vector outputs(Vector inputs, String leaf) {
    return inputs
        .with(LEAF, leaf)
        .with("leaf-hash", Digest.of(new byte[1], leaf.getBytes(US_ASCII)))
        .with("second", leaf.substring(159, 179))
        .with("tag", leaf.substring(188, 232));
  }

  private static void makeTimes(Suite suite) {
    for (String time :
        new String[] {
          "2028-02-29T23:59:59Z",
          "2000-02-29T00:00:00Z",
          "2026-12-31T12:30:30Z",
          "2026-01-01T00:00:00Z",
          "2026-04-30T19:09:08Z",
          "0001-01-28T10:00:00Z",
          "9999-10-31T20:10:10Z"
        }) {
      suite.put(
          "ok-time-" + time.substring(0, 10),
          outputs(Vector.ok("a second that is one"), GOOD.replace(TIME, time)));
    }
    for (String[] time :
        new String[][] {
          {"2027-02-29T00:00:00Z", "a leap day in a common year"},
          {"2100-02-29T00:00:00Z", "a leap day in a century"},
          {"2026-02-30T00:00:00Z", "the 30th of February"},
          {"2026-04-31T00:00:00Z", "the 31st of April"},
          {"2026-11-32T00:00:00Z", "the 32nd of a month"},
          {"2026-11-00T00:00:00Z", "day 0"},
          {"2026-00-24T00:00:00Z", "month 0"},
          {"2026-13-24T00:00:00Z", "month 13"},
          {"2026-11-24T24:00:00Z", "hour 24"},
          {"2026-11-24T03:60:00Z", "minute 60"},
          {"2026-11-24T03:51:60Z", "second 60"},
          {"2026-11-24T03:51:5/Z", "the character before the digits"},
          {"2026-11-24T03:51:5:Z", "the character after the digits"},
          {"2026-11-24T03:51:59z", "a lower-case z"},
          {"2026-11-24 03:51:59Z", "a space for the T"},
          {"2026/11-24T03:51:59Z", "another separator"},
          {"2026-11-24T03.51:59Z", "another separator of hours"}
        }) {
      suite.put(
          "time-" + time[1].replace("a ", "").replace(' ', '-'),
          Vector.refused(LogFault.LEAF_MALFORMED.code(), time[1])
              .with(LEAF, GOOD.replace(TIME, time[0])));
    }
  }

  private static void makeShapes(Suite suite) {
    String firstHash = GOOD.substring(6, 50);
    refuse(suite, "empty", "", "no bytes");
    refuse(suite, "newline-after", GOOD + "\n", "one byte more");
    refuse(suite, "cut", GOOD.substring(0, GOOD.length() - 1), "one byte less");
    refuse(suite, "version-2", GOOD.replace("\"v\":1", "\"v\":2"), "an unknown version");
    refuse(
        suite,
        "unsorted",
        GOOD.replace("\"d\":", "\"x\":").replace("\"h\":", "\"d\":").replace("\"x\":", "\"h\":"),
        "members out of order");
    refuse(suite, "space-for-brace", " " + GOOD.substring(1), "a space for the brace");
    for (int hash = 0; hash < 4; hash++) {
      int start = new int[] {6, 57, 108, 188}[hash];
      String member = "dhlt".substring(hash, hash + 1).replace("t", "tag");
      refuse(suite, member + "-renamed", changed(start - 4, 'x'), "another name of the member");
      refuse(suite, member + "-unquoted", changed(start + 44, ' '), "no quote after the hash");
      refuse(suite, member + "-without-pad", changed(start + 43, 'A'), "33 bytes in place of 32");
      refuse(suite, member + "-url-alphabet", changed(start + 7, '-'), "base 64 of URLs");
      refuse(suite, member + "-trailing-bit", nextSextet(start + 42), "bits that are not zero");
      refuse(suite, member + "-first-character", changed(start, '='), "no base 64");
      refuse(suite, member + "-high-byte", changed(start + 9, '\u00e9'), "a byte above 127");
    }
    refuse(
        suite,
        "hash-in-hexadecimal",
        GOOD.replace(firstHash, Digest.ofBase64(firstHash).orElseThrow().hex()),
        "a hash in hexadecimal");
    refuse(suite, "time-unquoted", changed(158, ' '), "no quote before the time");
    refuse(suite, "time-member-renamed", changed(155, 'u'), "another name of the time");
    refuse(suite, "last-brace", changed(239, ']'), "another closing bracket");
  }

  private static byte[] changed(int at, char to) {
    byte[] leaf = GOOD.getBytes(US_ASCII);
    leaf[at] = (byte) to;
    return leaf;
  }

  /** The same 32 bytes, with one of the two bits set that are not part of them. */
  private static byte[] nextSextet(int at) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return changed(at, alphabet.charAt(alphabet.indexOf(GOOD.charAt(at)) + 1));
  }

  private static void refuse(Suite suite, String name, String leaf, String shows) {
    refuse(suite, name, leaf.getBytes(UTF_8), shows);
  }

  private static void refuse(Suite suite, String name, byte[] leaf, String shows) {
    suite.put(name, Vector.refused(LogFault.LEAF_MALFORMED.code(), shows).with(LEAF, leaf));
  }
}
