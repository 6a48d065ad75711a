package org.safehand.packaging.vectors.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.casefile.CaseFileVerifier;
import org.safehand.packaging.casefile.VerifiedCaseFile;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.kinds.Reader;
import org.safehand.packaging.vectors.splice.Spliced;
import org.safehand.packaging.vectors.splice.Target;

/** Case files in clear. */
public final class CaseFileVectors implements VectorKind {
  private static final String FILE = "case-files/p256.asice";

  @Override
  public String name() {
    return "case-file";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException {
    try {
      VerifiedCaseFile verified =
          new CaseFileVerifier("case", Reader.trust()).verify(Spliced.of(vector));
      assertThat(verified.manifest().sealDigest().hex()).isEqualTo(vector.text("seal-digest"));
      assertThat(verified.seal().organisation()).isEqualTo(vector.text("organisation"));
      assertThat(UtcText.seconds(verified.seal().stamped())).isEqualTo(vector.text("sealed"));
      assertThat(verified.manifest().exhibits()).hasSize((int) vector.number("exhibits"));
      assertThat(verified.custody()).hasSize((int) vector.number("events"));
      return Vector.OK;
    } catch (PackageException e) {
      return e.fault().code();
    }
  }

  @Override
  public void make(Suite suite) {
    byte[] good = FixedPackages.caseFile("p256");
    Target target = new Target(suite, FILE, good);
    target.accept(
        "ok",
        found("the case file of the package p256", FixedPackages.TWO.header().sealDigest()),
        good);
    new CaseFileForgeries(target).make();
    new ExhibitForgeries(target).make();
  }

  /** What verifying a case file of the good one's exhibits and events finds. */
  static Vector found(String shows, Digest sealDigest) {
    return Vector.ok(shows)
        .with("seal-digest", sealDigest.hex())
        .with("organisation", "hotline.example")
        .with("sealed", UtcText.seconds(FixedHotline.STAMPED))
        .with("exhibits", 2)
        .with("events", 1);
  }
}
