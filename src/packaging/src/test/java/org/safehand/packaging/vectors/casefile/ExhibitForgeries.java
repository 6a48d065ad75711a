package org.safehand.packaging.vectors.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.safehand.custody.digest.Digest;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.splice.Target;

/**
 * A case file that says that its second exhibit is cut otherwise: in the one way, or in another.
 * The exhibits themselves are not at hand to whoever verifies a case file.
 */
final class ExhibitForgeries {
  private static final String MANIFEST = "manifest.json";
  private static final String SUMS = "exhibits.sha256";
  private static final int LONGEST = SegmentFacts.MAX_BYTES;

  private final Target target;
  private final String manifest;
  private final String sums;

  ExhibitForgeries(Target target) {
    this.target = target;
    Forgery good = Forgery.of(target.good());
    this.manifest = new String(good.content(MANIFEST), UTF_8);
    this.sums = new String(good.content(SUMS), UTF_8);
  }

  void make() {
    accept("two-segments", cut(2, LONGEST + 1L, LONGEST, 1), "an exhibit in two segments");
    accept("whole-segment", cut(2, LONGEST, LONGEST), "an exhibit that fills its segment");
    accept("number-99999", cut(99_999, 10, 10), "an exhibit with the greatest number there is");
    refuse("segment-empty", cut(2, 10, 10, 0), "an empty segment behind the last");
    refuse("segment-missing", cut(2, LONGEST + 1L, LONGEST), "a segment fewer than the size asks");
    refuse("segment-too-large", cut(2, LONGEST + 1L, LONGEST + 1), "a segment above 16 MiB");
    refuse("segments-uneven", cut(2, 20, 10, 10), "two segments where one would do");
    refuse("segment-negative", cut(2, -1, -1), "less than no bytes");
  }

  /** The manifest with other facts about its second exhibit. */
  private String cut(int number, long size, int... segments) {
    int at = manifest.indexOf("\"number\":2");
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < segments.length; i++) {
      changed
          .append(i == 0 ? "" : ",")
          .append("{\"bytes\":")
          .append(segments[i])
          .append(",\"ciphertextSha256\":\"")
          .append(Digest.of(new byte[i]).hex())
          .append("\",\"index\":")
          .append(i)
          .append('}');
    }
    return manifest.substring(0, at)
        + manifest
            .substring(at)
            .replaceFirst(
                "\"number\":2,\"segments\":\\[.*?\\]",
                "\"number\":" + number + ",\"segments\":[" + changed + "]")
            .replaceFirst("\"size\":10\\}", "\"size\":" + size + "}");
  }

  private void accept(String name, String changed, String shows) {
    String number = "%04d.bin".formatted(changed.contains("\"number\":99999") ? 99_999 : 2);
    byte[] lines = sums.replace("0002.bin", number).getBytes(UTF_8);
    byte[] listed =
        changed
            .replace(
                CaseFileForgeries.line(SUMS, sums.getBytes(UTF_8)),
                CaseFileForgeries.line(SUMS, lines))
            .getBytes(UTF_8);
    target.accept(
        "ok-" + name,
        CaseFileVectors.found(shows, Digest.of(listed)),
        Forgery.of(target.good())
            .set(MANIFEST, listed)
            .set(SUMS, lines)
            .sealedBy(FixedHotline.GOOD.open("case file " + name)));
  }

  private void refuse(String name, String changed, String shows) {
    target.refuse(
        "manifest-" + name,
        PackageFault.CASE_FILE_MALFORMED,
        Forgery.of(target.good())
            .set(MANIFEST, changed.getBytes(UTF_8))
            .sealedBy(FixedHotline.GOOD.open("case file " + name)),
        "manifest.json has " + shows);
  }
}
