package org.safehand.custody.vectors.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.log.LogException;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.FileSet;
import org.safehand.custody.vectors.log.Policy;
import org.safehand.custody.vectors.log.Scratch;

/** Custody extracts, by themselves and beside an exported log. */
public final class ExtractVectors implements VectorKind {
  static final String EXTRACT = "extract";
  static final String LINKS = "ok-links";
  static final String HEADERS = "ok-headers";
  static final String DETAILS = "ok-details";
  static final String TO_DATE = "ok-to-date";

  @Override
  public String name() {
    return "extract";
  }

  /** The extract of {@code vector}: its own, or that of its base with {@code from} replaced. */
  static byte[] file(Vector vector, Suite suite) {
    if (vector.has(EXTRACT)) {
      return vector.bytes(EXTRACT);
    }
    byte[] base = file(suite.get(vector.text("base")), suite);
    return vector.has("from")
        ? new String(base, UTF_8).replace(vector.text("from"), vector.text("to")).getBytes(UTF_8)
        : base;
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException {
    byte[] file = file(vector, suite);
    try {
      VerifiedExtract verified = verify(file, vector, suite);
      assertThat(verified.sha256()).isEqualTo(Digest.of(file));
      assertThat(verified.extract().bytes()).isEqualTo(file);
      ExtractResults.of(verified)
          .forEach((field, found) -> assertThat(vector.texts(field)).as(field).isEqualTo(found));
      return Vector.OK;
    } catch (ExtractException e) {
      assertThat(e.place()).isEqualTo(vector.at());
      return e.fault().code();
    } catch (LogException e) {
      assertThat(e.place()).isEqualTo(vector.at());
      return e.fault().code();
    }
  }

  /** By itself, or beside the log whose files the vector has. */
  private static VerifiedExtract verify(byte[] file, Vector vector, Suite suite)
      throws ExtractException, LogException, IOException {
    FileSet log = FileSet.of(vector, suite);
    if (log.isEmpty()) {
      return ExtractVerifier.verify(file, Policy.of(vector));
    }
    try (Scratch scratch = new Scratch()) {
      log.writeTo(scratch.folder());
      return ExtractVerifier.verify(file, Policy.of(vector), scratch.folder());
    }
  }

  @Override
  public void make(Suite suite) throws Exception {
    ok(suite, "worked-example", SpecExample.extract(), "the example of SPEC.md");
    makeLevels(suite);
    makePeriods(suite);
    new LostForgeries(suite).makeGood();
    new ExtractSpellings(suite).make();
    new EventForgeries(suite).make();
    new CheckpointForgeries(suite).make();
    new ChainForgeries(suite).make();
    new PeriodForgeries(suite).make();
    new EndForgeries(suite).make();
    new LostForgeries(suite).make();
    new LogComparisons(suite).make();
  }

  static void ok(Suite suite, String name, Extract extract, String shows) throws ExtractException {
    ok(suite, name, Policy.LOG, extract, shows);
  }

  static void ok(Suite suite, String name, Policy policy, Extract extract, String shows)
      throws ExtractException {
    Vector vector = policy.in(Vector.ok(shows)).with(EXTRACT, extract.bytes());
    suite.put(
        "ok-" + name,
        ExtractResults.in(vector, ExtractVerifier.verify(extract.bytes(), Policy.of(vector))));
  }

  static void refuse(
      Suite suite, String name, ExtractFault fault, String at, Extract extract, String shows) {
    suite.put(
        name,
        Policy.LOG.in(Vector.refused(fault.code(), shows)).at(at).with(EXTRACT, extract.bytes()));
  }

  private static void makeLevels(Suite suite) throws ExtractException {
    SampleChain chain = new SampleChain();
    chain.subject.issue(ExtractLevel.DETAILS, true);
    chain.foreign();
    for (ExtractLevel level : ExtractLevel.values()) {
      Extract extract = chain.subject.extract(level);
      ok(suite, level.wire(), extract, "a case of four events at level " + level.wire());
    }
    Extract toDate = chain.subject.whole().reduced(ExtractLevel.LINKS, true);
    ok(suite, "to-date", toDate, "with the key of what follows");
    SampleChain links = new SampleChain();
    links.subject.issue(ExtractLevel.LINKS, true);
    ok(
        suite,
        "issued-at-links",
        links.subject.whole().reduced(ExtractLevel.LINKS, true),
        "of the lowest level that was issued");
  }

  private static void makePeriods(Suite suite) throws ExtractException {
    SampleChain chain = new SampleChain();
    chain.subject.issue(ExtractLevel.LINKS, false);
    chain.subject.add(EventType.READ);
    chain.subject.issue(ExtractLevel.HEADERS, false);
    chain.foreign();
    chain.subject.issue(ExtractLevel.HEADERS, true);
    for (ExtractLevel level : List.of(ExtractLevel.LINKS, ExtractLevel.HEADERS)) {
      ok(
          suite,
          "three-periods-" + level.wire(),
          chain.subject.extract(level),
          "the third extract of the case, which shows three tag keys");
    }
  }
}
