package org.safehand.custody.vectors.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.safehand.custody.anchor.AnchorPath;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.FileSet;
import org.safehand.custody.vectors.log.Policy;
import org.safehand.custody.vectors.log.SampleLog;
import org.safehand.custody.vectors.log.Scratch;
import org.safehand.custody.vectors.log.TestKey;

/** Exported logs with time-stamped checkpoints. */
public final class AnchorVectors implements VectorKind {
  static final String GOOD = "ok-worked-example";
  static final SampleLog TWO = new SampleLog(2);
  static final SampleLog THREE = new SampleLog(3);

  private static final String TIME = UtcText.seconds(TimeStampVectors.TIME);

  @Override
  public String name() {
    return "anchor";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException, CertificateException {
    FileSet files = FileSet.of(vector, suite);
    try (Scratch scratch = new Scratch()) {
      files.writeTo(scratch.folder());
      VerifiedLog log =
          LogVerifier.verify(
              scratch.folder(), TimeStampVectors.trust(vector, Policy.logOf(vector)));
      assertThat(log.checkpoint().size()).isEqualTo(vector.number("size"));
      assertThat(log.files()).isEqualTo(vector.number("files"));
      assertThat(log.anchors())
          .extracting(anchor -> anchor.size() + " " + UtcText.seconds(anchor.time()))
          .isEqualTo(vector.texts("anchor"));
      return Vector.OK;
    } catch (LogException e) {
      assertThat(e.place()).isEqualTo(vector.at());
      return e.fault().code();
    }
  }

  @Override
  public void make(Suite suite) throws IOException {
    String note = TWO.checkpoint();
    ok(suite, "worked-example", Policy.LOG, "a log of three entries, anchored when it had two", 2);
    ok(suite, "same-size", Policy.LOG, "the newest checkpoint itself", 3);
    ok(suite, "empty", Policy.LOG, "the checkpoint of no entry", 0);
    ok(suite, "several", Policy.LOG, "three anchors", 0, 1, 3);
    ok(suite, "none", Policy.LOG, "no anchor");
    Vector rotated =
        base(
            new Policy(List.of(TestKey.LOG, TestKey.RETIRED), List.of(), 0),
            Vector.ok("an anchor of the key of before"));
    String retired = TWO.text() + "\n" + TestKey.RETIRED.line(TWO.text());
    suite.put("ok-retired-key", found(anchored(rotated, 2, retired, token(retired)), 5, "2", TIME));
    suite.put(
        "ok-issuer-beside",
        found(
            anchored(
                base(Policy.LOG, Vector.ok("a token with the certificate of its issuer")),
                2,
                note,
                FixedToken.withCertificates(
                    token(note), FixedAuthority.TSA, FixedAuthority.INTERMEDIATE)),
            5,
            "2",
            TIME));
    new AnchorForgeries(suite).make();
  }

  /** A log of three entries and the anchors of these sizes. */
  private static void ok(Suite suite, String name, Policy policy, String shows, int... sizes)
      throws IOException {
    Vector vector = base(policy, Vector.ok(shows));
    for (int size : sizes) {
      String note = new SampleLog(size).checkpoint();
      vector = anchored(vector, size, note, token(note));
    }
    vector = vector.with("size", 3).with("files", 3 + 2 * sizes.length);
    for (int size : sizes) {
      vector = vector.with("anchor", size + " " + TIME);
    }
    suite.put("ok-" + name, vector);
  }

  private static Vector found(Vector vector, int files, String size, String time) {
    return vector.with("size", 3).with("files", files).with("anchor", size + " " + time);
  }

  static Vector trusting(Policy policy, Vector vector) {
    return TimeStampVectors.trusting(
        policy.in(vector), FixedAuthority.TSA, FixedAuthority.INTERMEDIATE, FixedAuthority.ROOT);
  }

  /** A log of three entries, without anchors. */
  static Vector base(Policy policy, Vector vector) throws IOException {
    Vector with =
        FileSet.put(trusting(policy, vector), "checkpoint", THREE.checkpoint().getBytes(UTF_8));
    for (Map.Entry<String, byte[]> file : THREE.files().entrySet()) {
      with = FileSet.put(with, file.getKey(), file.getValue());
    }
    return with;
  }

  /** {@code vector} with an anchor in the folder of {@code size}. */
  static Vector anchored(Vector vector, long size, String note, byte[] token) {
    Vector with = FileSet.put(vector, AnchorPath.checkpoint(size), note.getBytes(UTF_8));
    return FileSet.put(with, AnchorPath.token(size), token);
  }

  /** A good token over exactly {@code note}. */
  static byte[] token(String note) {
    return token(note, TimeStampVectors.TIME);
  }

  static byte[] token(String note, Instant time) {
    return FixedToken.over(
        Digest.of(note.getBytes(UTF_8)), time, TimeStampVectors.POLICY, FixedAuthority.TSA);
  }
}
