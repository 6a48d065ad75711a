package org.safehand.custody.vectors.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.SampleLog;
import org.safehand.custody.vectors.log.TestKey;
import org.safehand.custody.witness.Cosignatures;

/** Requests that a witness refuses which cosigned five entries last. */
final class WitnessRefusals {
  private static final List<TestKey> KEYS = List.of(TestKey.LOG, TestKey.RETIRED);
  private static final String KEPT = WitnessVectors.cosigned(WitnessVectors.FIVE);
  private static final String NOTE = WitnessVectors.ELEVEN.checkpoint();
  private static final String TEXT = WitnessVectors.ELEVEN.text();

  private final Suite suite;
  private final List<String> proof;
  private final String good;

  WitnessRefusals(Suite suite) throws IOException {
    this.suite = suite;
    this.proof = WitnessVectors.growth(WitnessVectors.ELEVEN, 5);
    this.good = WitnessVectors.request(5, proof, NOTE);
  }

  void make() throws IOException {
    makeHeads();
    makeNotes();
    makeSigners();
    makeSizes();
    makeForks();
    makeProofs();
  }

  private void refuse(int status, String name, String request, String shows) {
    put(status, name, KEPT, request.getBytes(UTF_8), shows);
  }

  private void put(int status, String name, String last, byte[] request, String shows) {
    suite.put(
        name,
        WitnessVectors.asked(
            Vector.refused(Integer.toString(status), shows), TestKey.WITNESS, KEYS, last, request));
  }

  /** 409, whose answer is the size that was cosigned last. */
  private void conflict(String name, String last, int size, String request, String shows) {
    Vector vector =
        WitnessVectors.asked(
            Vector.refused("409", shows), TestKey.WITNESS, KEYS, last, request.getBytes(UTF_8));
    suite.put(name, vector.with("answer", size + "\n").with("answer-type", Cosignatures.SIZE_TYPE));
  }

  private void head(String name, String old, String shows) {
    refuse(400, "old-" + name, good.replaceFirst("old 5\n", old), shows);
  }

  private void makeHeads() {
    refuse(400, "empty", "", "no bytes");
    refuse(400, "head-alone", "old 5\n", "nothing but the old size");
    head("missing", "", "no old size");
    head("capital", "Old 5\n", "a capital letter");
    head("two-spaces", "old  5\n", "two spaces");
    head("space-after", "old 5 \n", "a space after");
    head("leading-zero", "old 05\n", "a leading zero");
    head("plus", "old +5\n", "a plus");
    head("negative", "old -5\n", "a negative size");
    head("hexadecimal", "old 0x5\n", "hexadecimal");
    head("empty", "old \n", "no number");
    head("19-digits", "old 1000000000000000000\n", "beyond 18 digits");
    head("carriage-return", "old 5\r\n", "a carriage return");
    head("twice", "old 5\nold 5\n", "the line twice");
    refuse(400, "newline-before", "\n" + good, "a newline before");
    refuse(400, "no-empty-line", good.replaceFirst("\n\n", "\n"), "no empty line after the proof");
    String first = proof.get(0);
    refuse(400, "hash-short", good.replace(first, first.substring(4)), "a hash of 29 bytes");
    refuse(400, "hash-unpadded", good.replace(first, first.substring(0, 43)), "no padding");
    char next = (char) (first.charAt(42) + 1);
    String bit = first.substring(0, 42) + next + "=";
    refuse(400, "hash-trailing-bit", good.replace(first, bit), "bits that are not zero");
    refuse(400, "hash-space", good.replace(first, first + " "), "a space after a hash");
    byte[] latin = good.getBytes(UTF_8);
    latin[good.indexOf(first)] = (byte) 0xe9;
    put(400, "hash-high-byte", KEPT, latin, "a byte that is no character of base 64");
    List<String> many = Collections.nCopies(64, first);
    refuse(400, "proof-64", WitnessVectors.request(5, many, NOTE), "one hash more than is read");
    refuse(422, "proof-63", WitnessVectors.request(5, many.subList(1, 64), NOTE), "not the proof");
  }

  private void note(String name, String note, String shows) {
    refuse(400, "note-" + name, WitnessVectors.request(5, proof, note), shows);
  }

  private void makeNotes() {
    note("missing", "", "no checkpoint");
    note("unsigned", TEXT, "no signature line");
    note("byte-after", NOTE + "x", "a byte more");
    note("newline-after", NOTE + "\n", "a newline more");
    note("cut", NOTE.substring(0, NOTE.length() - 1), "no newline at the end");
    note("hyphen", NOTE.replace("\u2014", "-"), "a hyphen in place of the em dash");
    note("newline-before", "\n" + NOTE, "two empty lines after the proof");
    byte[] latin = good.replace("\u2014", "\u0097").getBytes(ISO_8859_1);
    put(400, "note-latin-1", KEPT, latin, "another encoding than UTF-8");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      lines.append(new TestKey("witness.example.org/n" + i, 4, "n" + i).line(TEXT));
    }
    note("seventeen-lines", NOTE + lines, "one line more than is read");
    String extended = TEXT + "extension\n";
    note("extension", extended + "\n" + TestKey.LOG.line(extended), "a fourth line of text");
    String zero = TEXT.replace("\n11\n", "\n011\n");
    note("size-leading-zero", zero + "\n" + TestKey.LOG.line(zero), "a leading zero in the size");
    String rootless = TEXT.substring(0, TEXT.indexOf("\n11\n") + 4);
    note("no-root", rootless + "\n" + TestKey.LOG.line(rootless), "two lines of text");
  }

  private void signed(int status, String name, String lines, String shows) {
    refuse(status, name, WitnessVectors.request(5, proof, TEXT + "\n" + lines), shows);
  }

  private void makeSigners() {
    String other = TEXT.replace(TestKey.ORIGIN, "example.org");
    String elsewhere = other + "\n" + TestKey.LOG.line(other);
    refuse(404, "log-unknown", WitnessVectors.request(5, proof, elsewhere), "another origin");
    String capital = TEXT.replace(TestKey.ORIGIN, "Log.example.org");
    refuse(
        404,
        "log-capital",
        WitnessVectors.request(5, proof, capital + "\n" + TestKey.LOG.line(capital)),
        "the origin in another case");
    String foreign = other + "\n" + TestKey.STRANGER.line(other);
    refuse(404, "log-unknown-stranger", WitnessVectors.request(5, proof, foreign), "nothing known");
    String text = WitnessVectors.FIVE.text();
    String log = TestKey.LOG.line(TEXT);
    signed(403, "signer-stranger", TestKey.STRANGER.line(TEXT), "a key that is not known");
    TestKey renamed = new TestKey(TestKey.ORIGIN, 1, "stranger");
    signed(403, "signer-same-name", renamed.line(TEXT), "an unknown key under the log's name");
    signed(403, "signer-witness", TestKey.WITNESS.line(TEXT), "the witness itself and no key");
    signed(403, "signature-other", TestKey.LOG.line(text), "a signature over another checkpoint");
    byte[] flipped = TestKey.LOG.sign(TEXT);
    flipped[0] ^= 1;
    signed(403, "signature-flipped", TestKey.LOG.line(flipped), "one bit of the signature");
    signed(403, "signature-after", log + TestKey.RETIRED.line(text), "one of two does not hold");
    signed(403, "signature-before", TestKey.RETIRED.line(text) + log, "the first does not hold");
    signed(
        403, "signature-again", log + TestKey.LOG.line(text), "a second of the key does not hold");
    refuse(
        403,
        "old-beyond-unsigned",
        WitnessVectors.request(12, List.of(), TEXT + "\n" + TestKey.STRANGER.line(TEXT)),
        "an old size above the new, of a stranger");
  }

  private void makeSizes() throws IOException {
    refuse(400, "old-beyond", WitnessVectors.request(12, List.of(), NOTE), "above the new size");
    String less = new SampleLog(4).checkpoint();
    refuse(
        400, "smaller", WitnessVectors.request(5, List.of(), less), "a tree of 4 after one of 5");
    SampleLog eleven = WitnessVectors.ELEVEN;
    for (int old : new int[] {4, 6}) {
      conflict(
          "old-" + old,
          KEPT,
          5,
          WitnessVectors.request(old, WitnessVectors.growth(eleven, old), NOTE),
          "another old size than was cosigned, with a good proof");
    }
    conflict("old-0", KEPT, 5, WitnessVectors.request(0, List.of(), NOTE), "asks for the size");
    conflict(
        "old-11", KEPT, 5, WitnessVectors.request(11, List.of(), NOTE), "nothing was cosigned");
    conflict("none-before", "", 0, good, "nothing was cosigned for the log yet");
    conflict(
        "rolled-back",
        KEPT,
        5,
        WitnessVectors.request(
            3, WitnessVectors.growth(new SampleLog(4), 3), new SampleLog(4).checkpoint()),
        "a log that was set back to before what was cosigned");
    String forked = WitnessVectors.request(4, List.of(), fork(11).checkpoint());
    conflict("old-4-forked", KEPT, 5, forked, "the size is compared before the proof");
  }

  /** A log that goes its own way after four entries. */
  private static SampleLog fork(int size) {
    return new SampleLog(size, i -> Parts.leaf(i < 4 ? i : i + 50));
  }

  private void makeForks() throws IOException {
    SampleLog fork = fork(11);
    refuse(
        422,
        "fork",
        WitnessVectors.request(5, WitnessVectors.growth(fork, 5), fork.checkpoint()),
        "another log with its own good proof");
    refuse(
        422,
        "fork-proof-of-other",
        WitnessVectors.request(5, proof, fork.checkpoint()),
        "likewise");
    refuse(
        422,
        "fork-same-size",
        WitnessVectors.request(5, List.of(), fork(5).checkpoint()),
        "another root at the size that was cosigned");
    String stranger = TestKey.STRANGER.line(fork.text());
    refuse(
        422,
        "fork-with-stranger",
        WitnessVectors.request(5, WitnessVectors.growth(fork, 5), fork.checkpoint() + stranger),
        "a line of a stranger does not change that");
    String empty = new SampleLog(0).text();
    String other = empty.replace(Digest.of().base64(), Digest.of(new byte[1]).base64());
    byte[] notEmpty =
        WitnessVectors.request(0, List.of(), other + "\n" + TestKey.LOG.line(other))
            .getBytes(UTF_8);
    put(422, "empty-other-root", "", notEmpty, "an empty tree with another root, first");
    String before = WitnessVectors.cosigned(new SampleLog(0));
    put(422, "empty-other-root-again", before, notEmpty, "the same after an empty one");
  }

  private void proof(String name, List<String> changed, String shows) {
    refuse(422, "proof-" + name, WitnessVectors.request(5, changed, NOTE), shows);
  }

  private void makeProofs() {
    proof("empty", List.of(), "no proof");
    proof("without-first", proof.subList(1, proof.size()), "a hash less");
    proof("without-last", proof.subList(0, proof.size() - 1), "the last one missing");
    List<String> longer = new ArrayList<>(proof);
    longer.add(proof.get(0));
    proof("longer", longer, "a hash more");
    List<String> swapped = new ArrayList<>(proof);
    Collections.swap(swapped, 0, 1);
    proof("swapped", swapped, "two hashes in the other order");
    List<String> other = new ArrayList<>(proof);
    other.set(0, Digest.of().base64());
    proof("other", other, "another hash");
    String first = WitnessVectors.FIVE.checkpoint();
    List<String> one = proof.subList(0, 1);
    byte[] needless = WitnessVectors.request(0, one, first).getBytes(UTF_8);
    put(422, "proof-for-the-first", "", needless, "a proof where none is needed");
    String before = WitnessVectors.cosigned(new SampleLog(0));
    put(422, "proof-from-empty", before, needless, "a proof from the empty tree");
    refuse(
        422,
        "proof-for-the-same",
        WitnessVectors.request(5, one, first),
        "a proof of the same size");
  }
}
