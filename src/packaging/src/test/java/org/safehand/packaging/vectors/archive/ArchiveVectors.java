package org.safehand.packaging.vectors.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.evidence.VerifiedRecord;
import org.safehand.packaging.evidence.VerifiedStamp;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.open.VerifiedPackage;
import org.safehand.packaging.vectors.kinds.Reader;
import org.safehand.packaging.vectors.splice.Spliced;
import org.safehand.packaging.vectors.splice.Target;

/**
 * Packages with evidence records, verified without a recipient's key long after they were sealed.
 */
public final class ArchiveVectors implements VectorKind {
  @Override
  public String name() {
    return "archive";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws Exception {
    Path file = Files.createTempFile("archive", ".asice");
    try {
      Files.write(file, Spliced.of(vector));
      VerifiedPackage verified = PackageVerifier.verify(file, Reader.trust());
      assertThat(verified.packageDigest().hex()).isEqualTo(vector.text("digest"));
      assertThat(UtcText.seconds(verified.seal().stamped())).isEqualTo(vector.text("stamped"));
      assertThat(stamps(verified)).isEqualTo(vector.texts("archived"));
      return Vector.OK;
    } catch (PackageException e) {
      return e.fault().code();
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> stamps(VerifiedPackage verified) throws Exception {
    List<VerifiedStamp> stamps = verified.archived().map(VerifiedRecord::stamps).orElse(List.of());
    List<String> lines = new ArrayList<>();
    for (VerifiedStamp stamp : stamps) {
      lines.add(
          FixedArchive.line(
              stamp.time(), stamp.algorithm(), Digest.of(stamp.authority().getEncoded())));
    }
    return lines;
  }

  @Override
  public void make(Suite suite) {
    new GoodArchives(suite).make();
    Target archived = target(suite, "archived", FixedArchives.ARCHIVED);
    Target rehashed = target(suite, "rehashed", FixedArchives.REHASHED);
    new PlaceForgeries(archived).make();
    new FormForgeries(archived, rehashed).make();
    new GroupForgeries(archived).make();
    new LinkForgeries(rehashed).make();
    new StampForgeries(archived).make();
    new ValidityForgeries(archived).make();
    new WithdrawnForgeries(target(suite, "withdrawn", FixedArchives.WITHDRAWN), archived).make();
  }

  private static Target target(Suite suite, String name, FixedArchive good) {
    return new Target(suite, FixedArchives.file(name), good.bytes());
  }
}
