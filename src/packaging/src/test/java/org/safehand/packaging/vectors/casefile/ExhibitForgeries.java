package org.safehand.packaging.vectors.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String SECOND = "\"number\":2";
  private static final Pattern NUMBER = Pattern.compile("\"number\":([0-9]+)");
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
    refuse("numbers-alike", cut(1, 10, 10), "two exhibits of one number, and sums to match");
    refuse("segment-negative", cut(2, -1, -1), "less than no bytes");
  }

  /** The manifest with other facts about its second exhibit. */
  private String cut(int number, long size, int... segments) {
    int at = manifest.indexOf(SECOND);
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
    byte[] file = sealed(name, changed);
    target.accept(
        "ok-" + name,
        CaseFileVectors.found(shows, Digest.of(Forgery.of(file).content(MANIFEST))),
        file);
  }

  private void refuse(String name, String changed, String shows) {
    target.refuse(
        "manifest-" + name,
        PackageFault.CASE_FILE_MALFORMED,
        sealed(name, changed),
        "manifest.json has " + shows);
  }

  /** With the manifest {@code changed}, and the sums that go with it. */
  private byte[] sealed(String name, String changed) {
    Matcher number = NUMBER.matcher(changed.substring(manifest.indexOf(SECOND)));
    if (!number.find()) {
      throw new IllegalArgumentException("no second exhibit");
    }
    String file = "%04d.bin".formatted(Integer.parseInt(number.group(1)));
    byte[] lines = sums.replace("0002.bin", file).getBytes(UTF_8);
    String listed =
        changed.replace(
            CaseFileForgeries.line(SUMS, sums.getBytes(UTF_8)),
            CaseFileForgeries.line(SUMS, lines));
    return Forgery.of(target.good())
        .set(MANIFEST, listed.getBytes(UTF_8))
        .set(SUMS, lines)
        .sealedBy(FixedHotline.GOOD.open("case file " + name));
  }
}
