package org.safehand.packaging.vectors.header;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderExhibit;
import org.safehand.packaging.header.HeaderSegment;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.vectors.fixed.FixedPackages;

/** {@code package.json} alone. */
public final class HeaderVectors implements VectorKind {
  private static final String EXHIBIT =
      "{\"number\":1,\"segments\":[{\"bytes\":10,\"path\":\"exhibits/0001/00000.bin\"}]}";
  private static final String SEGMENT = "{\"bytes\":10,\"path\":\"exhibits/0001/00000.bin\"}";

  @Override
  public String name() {
    return "header";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    try {
      PackageHeader header = PackageHeader.read(vector.bytes("header"));
      assertThat(header.toBytes()).isEqualTo(vector.bytes("header"));
      assertThat(header.packageId()).hasToString(vector.text("package-id"));
      assertThat(header.recipient().algorithm().wireName()).isEqualTo(vector.text("algorithm"));
      assertThat(header.exhibits()).hasSize((int) vector.number("exhibits"));
      return Vector.OK;
    } catch (JsonException e) {
      return PackageFault.HEADER_MALFORMED.code();
    }
  }

  private static void accept(Suite suite, String name, PackageHeader header, String shows) {
    suite.put(
        "ok-" + name,
        Vector.ok(shows)
            .with("package-id", header.packageId().toString())
            .with("algorithm", header.recipient().algorithm().wireName())
            .with("exhibits", header.exhibits().size())
            .with("header", header.toBytes()));
  }

  @Override
  public void make(Suite suite) {
    FixedPackages.all()
        .forEach((name, sample) -> accept(suite, name, sample.header(), "of a good package"));
    PackageHeader good = FixedPackages.TWO.header();
    Routing routing = good.routing();
    accept(
        suite,
        "supersedes",
        new PackageHeader(
            new Routing(
                routing.packageId(),
                routing.sender(),
                routing.created(),
                2,
                Optional.of(FixedPackages.OTHER.header().packageId()),
                routing.handling()),
            good.referral(),
            good.sealDigest(),
            good.recipient(),
            good.exhibits()),
        "of a package that takes the place of another");
    acceptGreatest(suite, good);
    String text = new String(good.toBytes(), UTF_8);
    for (List<String> change : changes()) {
      String changed = text.replace(change.get(1), change.get(2));
      if (changed.equals(text)) {
        throw new IllegalArgumentException("nothing changed for " + change.get(0));
      }
      suite.put(
          change.get(0),
          Vector.refused(PackageFault.HEADER_MALFORMED.code(), change.get(3))
              .with("header", changed.getBytes(UTF_8)));
    }
    for (String member :
        List.of(
            "created",
            "exhibits",
            "handling",
            "packageId",
            "quantumSafe",
            "recipient",
            "referral",
            "sealDigest",
            "segmentBytes",
            "sender",
            "sequence",
            "version")) {
      suite.put(
          "missing-" + member.toLowerCase(Locale.ROOT),
          Vector.refused(PackageFault.HEADER_MALFORMED.code(), "without " + member)
              .with("header", text.replace("\"" + member + "\":", "\"" + member + "x\":")));
    }
  }

  private static void acceptGreatest(Suite suite, PackageHeader good) {
    accept(
        suite,
        "greatest",
        new PackageHeader(
            good.routing(),
            good.referral(),
            good.sealDigest(),
            good.recipient(),
            List.of(
                new HeaderExhibit(
                    ExhibitRecord.MAX_NUMBER,
                    List.of(
                        new HeaderSegment("exhibits/99999/00000.bin", SegmentFacts.MAX_BYTES),
                        new HeaderSegment("exhibits/99999/00001.bin", 1))))),
        "with the greatest number of an exhibit and the longest segment");
  }

  private static List<List<String>> changes() {
    return List.of(
        List.of("space", "{\"created\"", "{ \"created\"", "a space"),
        List.of("newline", "\"version\":1}", "\"version\":1}\n", "a newline behind"),
        List.of("order", "\"sequence\":1,\"version\":1", "\"version\":1,\"sequence\":1", "order"),
        List.of("twice", "\"version\":1}", "\"version\":1,\"version\":1}", "a member twice"),
        List.of("more", "\"version\":1}", "\"version\":1,\"x\":1}", "a member more"),
        List.of(
            "more-of-an-exhibit", "{\"number\":1,", "{\"more\":1,\"number\":1,", "of an exhibit"),
        List.of("more-of-a-segment", "{\"bytes\":10,", "{\"bytes\":10,\"more\":1,", "of a segment"),
        List.of("more-of-the-recipient", "\"keyIdentifier\"", "\"e\":1,\"keyIdentifier\"", "of it"),
        List.of("version-0", "\"version\":1}", "\"version\":0}", "version 0"),
        List.of("version-2", "\"version\":1}", "\"version\":2}", "version 2"),
        List.of("version-text", "\"version\":1}", "\"version\":\"1\"}", "the version as text"),
        List.of("segment-bytes", ":16777216", ":16777217", "another size of segments"),
        List.of("quantum-safe", "\"quantumSafe\":false", "\"quantumSafe\":true", "claims ML-KEM"),
        List.of(
            "ml-kem",
            "ecdh-p256-x963-sha256-aes256wrap",
            "ml-kem-768-hkdf-sha256-aes256wrap",
            "an ML-KEM that is said not to be quantum-safe"),
        List.of("unknown-algorithm", "ecdh-p256-", "ecdh-p521-", "an unknown algorithm"),
        List.of("time-to-seconds", "04:48.000Z", "04:48Z", "a time to the second"),
        List.of("time-offset", "04:48.000Z", "04:48.000+00:00", "a time with an offset"),
        List.of("sequence-0", "\"sequence\":1", "\"sequence\":0", "a sequence from 0"),
        List.of("sequence-fraction", "\"sequence\":1", "\"sequence\":1.0", "a fraction"),
        List.of("id-braces", "\"packageId\":\"", "\"packageId\":\"{", "an id with a brace"),
        List.of("digest-short", "\"sealDigest\":\"", "\"sealDigest\":\"0", "a digest too long"),
        List.of("exhibit-0", "{\"number\":1,", "{\"number\":0,", "an exhibit of number 0"),
        List.of("exhibit-10000", "{\"number\":1,", "{\"number\":10000,", "of number 10000"),
        List.of(
            "exhibit-100000",
            EXHIBIT,
            EXHIBIT.replace("\"number\":1,", "\"number\":100000,").replace("0001", "100000"),
            "of number 100000"),
        List.of("exhibit-as-2", "{\"number\":1,", "{\"number\":2,", "a path of another exhibit"),
        List.of("segment-negative", "{\"bytes\":10,", "{\"bytes\":-1,", "less than no bytes"),
        List.of("segment-too-large", "{\"bytes\":10,", "{\"bytes\":16777217,", "above 16 MiB"),
        List.of("segment-path", "exhibits/0001/00000", "exhibits/0001/../0001/00000", "a detour"),
        List.of("segment-twice", SEGMENT, SEGMENT + "," + SEGMENT, "a segment twice"),
        List.of(
            "supersedes-itself",
            ",\"version\":1}",
            ",\"supersedes\":1,\"version\":1}",
            "a number for the package that it takes the place of"));
  }
}
