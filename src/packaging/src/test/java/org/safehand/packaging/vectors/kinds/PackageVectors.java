package org.safehand.packaging.vectors.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.open.VerifiedPackage;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.vectors.container.ContainerForgeries;
import org.safehand.packaging.vectors.container.CutForgeries;
import org.safehand.packaging.vectors.container.EntryForgeries;
import org.safehand.packaging.vectors.container.FlipForgeries;
import org.safehand.packaging.vectors.container.ManifestForgeries;
import org.safehand.packaging.vectors.container.NameForgeries;
import org.safehand.packaging.vectors.content.HeaderForgeries;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.response.GoodResponses;
import org.safehand.packaging.vectors.response.ResponderForgeries;
import org.safehand.packaging.vectors.response.ResponseForgeries;
import org.safehand.packaging.vectors.response.ResponseFormForgeries;
import org.safehand.packaging.vectors.response.ResponseSeals;
import org.safehand.packaging.vectors.seal.SealForgeries;
import org.safehand.packaging.vectors.seal.SealerForgeries;
import org.safehand.packaging.vectors.splice.Spliced;
import org.safehand.packaging.vectors.splice.Target;

/** Packages, verified without a recipient's key. */
public final class PackageVectors implements VectorKind {
  private static final String BASE = "p256";

  @Override
  public String name() {
    return "package";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws Exception {
    Path file = Files.createTempFile("package", ".asice");
    try {
      Files.write(file, Spliced.of(vector));
      VerifiedPackage verified = PackageVerifier.verify(file, Reader.trust());
      assertThat(verified.packageDigest().hex()).isEqualTo(vector.text("digest"));
      assertThat(verified.header().packageId()).hasToString(vector.text("package-id"));
      assertThat(verified.seal().organisation()).isEqualTo(vector.text("organisation"));
      assertThat(UtcText.seconds(verified.seal().signed())).isEqualTo(vector.text("signed"));
      assertThat(UtcText.seconds(verified.seal().stamped())).isEqualTo(vector.text("stamped"));
      return Vector.OK;
    } catch (PackageException e) {
      return e.fault().code();
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void make(Suite suite) throws IOException {
    FixedPackages.all().forEach((name, sample) -> accept(suite, name, sample));
    SamplePackage base = FixedPackages.all().get(BASE);
    Target target = new Target(suite, FixedPackages.file(BASE), base.bytes());
    new ContainerForgeries(target).make();
    new NameForgeries(target).make();
    new EntryForgeries(target).make();
    new FlipForgeries(target).make();
    new CutForgeries(target).make();
    new ManifestForgeries(target).make();
    new SealerForgeries(target).make();
    new SealForgeries(target).make();
    new HeaderForgeries(target).make();
    ResponseSeals responses = new ResponseSeals(target, shows -> found(shows, base));
    new GoodResponses(responses).make();
    new ResponderForgeries(responses).make();
    new ResponseForgeries(responses).make();
    new ResponseFormForgeries(responses).make();
  }

  private static Vector found(String shows, SamplePackage sample) {
    return Vector.ok(shows)
        .with("digest", sample.recipe().packageDigest().hex())
        .with("organisation", "hotline.example")
        .with("package-id", sample.header().packageId().toString())
        .with("signed", UtcText.seconds(FixedHotline.SIGNED))
        .with("stamped", UtcText.seconds(FixedHotline.STAMPED));
  }

  private static void accept(Suite suite, String name, SamplePackage sample) {
    byte[] bytes = sample.bytes();
    suite.put(
        "ok-" + name,
        Spliced.with(found("a good package", sample), FixedPackages.file(name), bytes, bytes));
  }
}
