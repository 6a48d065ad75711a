package org.safehand.packaging.vectors.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.open.OpenedPackage;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.vectors.content.CaseSwaps;
import org.safehand.packaging.vectors.content.InsiderForgeries;
import org.safehand.packaging.vectors.content.RecipientForgeries;
import org.safehand.packaging.vectors.content.ReleaseForgeries;
import org.safehand.packaging.vectors.content.SegmentForgeries;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Spliced;
import org.safehand.packaging.vectors.splice.Target;

/**
 * Packages, opened with a recipient's key. Whoever has no key finds nothing wrong with any of them,
 * and of a refused one nothing is left behind.
 */
public final class OpenVectors implements VectorKind {
  private static final String BASE = "p256";

  @Override
  public String name() {
    return "open";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws Exception {
    Path folder = Files.createTempDirectory("open");
    Path file = Files.write(folder.resolve("package.asice"), Spliced.of(vector));
    Path opened = folder.resolve("opened");
    Trust trust = Reader.trust();
    try {
      PackageVerifier.verify(file, trust);
      PackageOpener opener = new PackageOpener(Reader.recipient(vector.text("recipient")), trust);
      try {
        requireResults(vector, opener.open(file, opened), opened);
        return Vector.OK;
      } catch (PackageException e) {
        try (Stream<Path> left = Files.list(folder)) {
          assertThat(left).containsExactly(file);
        }
        return e.fault().code();
      }
    } finally {
      delete(folder);
    }
  }

  private static void requireResults(Vector vector, OpenedPackage opened, Path folder)
      throws IOException {
    assertThat(opened.caseFile().manifest().sealDigest().hex())
        .isEqualTo(vector.text("seal-digest"));
    assertThat(UtcText.seconds(opened.caseFile().seal().stamped()))
        .isEqualTo(vector.text("sealed"));
    assertThat(opened.release().release().author().id()).isEqualTo(vector.text("author"));
    assertThat(opened.release().release().releaser().id()).isEqualTo(vector.text("releaser"));
    assertThat(UtcText.millis(opened.release().release().released()))
        .isEqualTo(vector.text("released"));
    List<String> exhibits = new ArrayList<>();
    for (ExhibitRecord exhibit : opened.caseFile().manifest().exhibits()) {
      byte[] bytes = Files.readAllBytes(folder.resolve("%04d.bin".formatted(exhibit.number())));
      exhibits.add(exhibit(exhibit.number(), bytes) + " " + exhibit.name());
    }
    assertThat(exhibits).isEqualTo(vector.texts("exhibit"));
  }

  private static String exhibit(int number, byte[] bytes) {
    return number + " " + bytes.length + " " + Digest.of(bytes).hex();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void make(Suite suite) throws Exception {
    FixedPackages.all().forEach((name, sample) -> accept(suite, name, sample));
    SamplePackage base = FixedPackages.all().get(BASE);
    Target target = new Target(suite, FixedPackages.file(BASE), base.bytes());
    new RecipientForgeries(suite, target).make();
    new ReleaseForgeries(target).make();
    new InsiderForgeries(target).make();
    new CaseSwaps(target).make();
    new SegmentForgeries(target).make();
  }

  private static void accept(Suite suite, String name, SamplePackage sample) {
    byte[] bytes = sample.bytes();
    List<String> exhibits = new ArrayList<>();
    for (byte[] exhibit : sample.exhibits()) {
      int number = exhibits.size() + 1;
      exhibits.add(exhibit(number, exhibit) + " ../../note-" + number + ".txt");
    }
    suite.put(
        "ok-" + name,
        Spliced.with(
            Vector.ok("a good package, opened by whom it is for")
                .with("recipient", FixedPackages.recipient(name))
                .with("seal-digest", sample.header().sealDigest().hex())
                .with("sealed", UtcText.seconds(FixedHotline.STAMPED))
                .with("author", "S-1042")
                .with("releaser", "S-7")
                .with("released", UtcText.millis(FixedHotline.SIGNED))
                .withAll("exhibit", exhibits),
            FixedPackages.file(name),
            bytes,
            bytes));
  }
}
