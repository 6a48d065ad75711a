package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.proof.ProofFault;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Files of tlog-proof: one leaf under one signed checkpoint. */
public final class ProofVectors implements VectorKind {
  private static final String PROOF = "proof";
  private static final SampleLog ELEVEN = new SampleLog(11);

  @Override
  public String name() {
    return "tlog-proof";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    byte[] file = vector.bytes(PROOF);
    try {
      TlogProof proof = TlogProof.parse(file);
      BlindLeaf leaf = BlindLeaf.of(vector.bytes("leaf")).orElseThrow();
      assertThat(proof.verify(leaf, Policy.of(vector)).text()).isEqualTo(proof.checkpoint().text());
      assertThat(proof.index()).isEqualTo(vector.number("index"));
      assertThat(proof.bytes()).isEqualTo(file);
      return Vector.OK;
    } catch (ProofException e) {
      return e.fault().code();
    }
  }

  private static Vector vector(Policy policy, Vector vector, int leaf, byte[] proof) {
    return policy.in(vector).with("leaf", Parts.leaf(leaf)).with(PROOF, proof);
  }

  private static void ok(Suite suite, String name, Policy policy, int index, TlogProof proof) {
    suite.put(
        "ok-" + name,
        vector(policy, Vector.ok("leaf " + index + " is proved"), index, proof.bytes())
            .with("index", index));
  }

  private static TlogProof proof(SampleLog log, int index, TestKey... more) throws IOException {
    return new TlogProof(index, log.path(index), log.note(more));
  }

  @Override
  public void make(Suite suite) throws IOException {
    ok(suite, "worked-example", Policy.LOG, 5, proof(ELEVEN, 5));
    ok(suite, "first", Policy.LOG, 0, proof(ELEVEN, 0));
    ok(suite, "last", Policy.LOG, 10, proof(ELEVEN, 10));
    ok(suite, "only-leaf", Policy.LOG, 0, proof(new SampleLog(1), 0));
    ok(suite, "in-the-second-tile", Policy.LOG, 256, proof(new SampleLog(300), 256));
    ok(suite, "witnessed", Policy.WITNESSED, 5, proof(ELEVEN, 5, TestKey.WITNESS));
    makeOther(suite);
    makeSpellings(suite);
    makePaths(suite);
  }

  private static void refuse(
      Suite suite, String name, ProofFault fault, String proof, String shows) {
    suite.put(
        name, vector(Policy.LOG, Vector.refused(fault.code(), shows), 5, proof.getBytes(UTF_8)));
  }

  private static void makeOther(Suite suite) throws IOException {
    byte[] good = proof(ELEVEN, 5).bytes();
    suite.put(
        "other-leaf",
        vector(
            Policy.LOG,
            Vector.refused(ProofFault.NOT_INCLUDED.code(), "the leaf beside it"),
            4,
            good));
    suite.put(
        "no-witness",
        vector(
            Policy.WITNESSED,
            Vector.refused(ProofFault.CHECKPOINT.code(), "no witness, and one is asked"),
            5,
            good));
    String text = new String(good, UTF_8);
    ProofFault untrusted = ProofFault.CHECKPOINT;
    refuse(
        suite,
        "stranger",
        untrusted,
        text.substring(0, text.indexOf('\u2014')) + TestKey.STRANGER.line(ELEVEN.text()),
        "a checkpoint that only a stranger signed");
    refuse(
        suite,
        "unknown-line",
        untrusted,
        text + TestKey.STRANGER.line(ELEVEN.text()),
        "a line of a stranger beside that of the log");
    refuse(
        suite,
        "other-root",
        untrusted,
        text.replace("\n11\n", "\n12\n"),
        "a size that was not signed");
    ProofFault absent = ProofFault.NOT_INCLUDED;
    refuse(suite, "other-index", absent, text.replace("index 5", "index 4"), "another index");
    refuse(
        suite,
        "other-log",
        absent,
        new TlogProof(5, ELEVEN.path(5), new SampleLog(11, i -> Parts.leaf(i + 1)).note())
            .toString(),
        "a signed checkpoint of another tree of that size");
  }

  private static void malformed(Suite suite, String name, String proof, String shows) {
    refuse(suite, name, ProofFault.MALFORMED, proof, shows);
  }

  private static void makeSpellings(Suite suite) throws IOException {
    String good = proof(ELEVEN, 5).toString();
    malformed(suite, "empty", "", "no bytes");
    malformed(suite, "version-2", good.replace("@v1", "@v2"), "an unknown version");
    malformed(suite, "version-missing", good.substring(good.indexOf('\n') + 1), "no version");
    malformed(
        suite, "extra", good.replace("\nindex", "\nextra AAAA\nindex"), "a line of extra data");
    malformed(suite, "index-zero", good.replace("index 5", "index 05"), "a leading zero");
    malformed(suite, "index-plus", good.replace("index 5", "index +5"), "a plus");
    malformed(suite, "index-minus", good.replace("index 5", "index -5"), "a negative index");
    malformed(suite, "index-capital", good.replace("index 5", "Index 5"), "a capital letter");
    malformed(suite, "index-empty", good.replace("index 5", "index "), "no index");
    malformed(suite, "index-is-size", good.replace("index 5", "index 11"), "an index of the size");
    malformed(
        suite,
        "index-19-digits",
        good.replace("index 5", "index 1000000000000000000"),
        "an index that is too large");
    malformed(suite, "crlf", good.replaceFirst("\n", "\r\n"), "a carriage return");
    malformed(suite, "cut", good.substring(0, good.length() - 1), "no newline at the end");
    malformed(suite, "newline-after", good + "\n", "a newline more");
    malformed(suite, "newline-before", "\n" + good, "a newline before");
    malformed(suite, "no-checkpoint", good.substring(0, good.indexOf("\n\n") + 2), "no checkpoint");
    malformed(
        suite,
        "unsigned",
        good.substring(0, good.indexOf('\u2014')),
        "a checkpoint without a signature");
    malformed(
        suite, "no-blank-line", good.replaceFirst("\n\n", "\n"), "no line before the checkpoint");
    malformed(suite, "two-blank-lines", good.replaceFirst("\n\n", "\n\n\n"), "two lines before it");
    malformed(
        suite,
        "size-zero",
        good.replace("\n11\n", "\n011\n"),
        "a checkpoint that is none: a leading zero in its size");
    byte[] latin = good.getBytes(UTF_8);
    latin[good.indexOf(TestKey.ORIGIN)] = (byte) 0xe9;
    suite.put(
        "latin-1",
        vector(
            Policy.LOG,
            Vector.refused(ProofFault.MALFORMED.code(), "another encoding than UTF-8"),
            5,
            latin));
  }

  private static void makePaths(Suite suite) throws IOException {
    List<Digest> path = ELEVEN.path(5);
    ProofFault absent = ProofFault.NOT_INCLUDED;
    refuse(suite, "path-empty", absent, with(List.of()), "no path");
    refuse(suite, "path-missing", absent, with(path.subList(0, 3)), "a hash missing");
    List<Digest> more = new ArrayList<>(path);
    more.add(path.get(0));
    refuse(suite, "path-longer", absent, with(more), "a hash more");
    List<Digest> swapped = new ArrayList<>(path);
    Collections.swap(swapped, 0, 1);
    refuse(suite, "path-swapped", absent, with(swapped), "two hashes in the other order");
    refuse(
        suite,
        "path-63",
        absent,
        with(Collections.nCopies(63, path.get(0))),
        "as many hashes as are read");
    malformed(suite, "path-64", with(Collections.nCopies(64, path.get(0))), "one more than that");
    String first = path.get(0).base64();
    String good = with(path);
    malformed(suite, "hash-short", good.replace(first, first.substring(4)), "a hash of 29 bytes");
    malformed(
        suite,
        "hash-31",
        good.replace(first, first.substring(0, 41) + "A=="),
        "a hash of 31 bytes");
    malformed(
        suite,
        "hash-trailing-bit",
        good.replace(first, first.substring(0, 42) + (char) (first.charAt(42) + 1) + "="),
        "bits that are not zero");
    malformed(
        suite, "hash-url-alphabet", good.replace(first, "_" + first.substring(1)), "another one");
    malformed(
        suite, "hash-hexadecimal", good.replace(first, path.get(0).hex()), "a hash in hexadecimal");
    malformed(suite, "hash-space", good.replace(first, first + " "), "a space after a hash");
  }

  private static String with(List<Digest> path) {
    return new TlogProof(5, path, ELEVEN.note()).toString();
  }
}
