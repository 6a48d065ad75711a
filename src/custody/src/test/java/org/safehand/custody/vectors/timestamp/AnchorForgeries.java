package org.safehand.custody.vectors.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.safehand.custody.anchor.AnchorPath;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.FileSet;
import org.safehand.custody.vectors.log.Policy;
import org.safehand.custody.vectors.log.SampleLog;
import org.safehand.custody.vectors.log.TestKey;

/** A good log beside an anchor that is not one of it, or beside half of one. */
final class AnchorForgeries {
  private static final String CHECKPOINT = AnchorPath.checkpoint(2);
  private static final String TOKEN = AnchorPath.token(2);
  private static final String NOTE = AnchorVectors.TWO.checkpoint();
  private static final String TEXT = AnchorVectors.TWO.text();
  private static final Digest STAMPED = Digest.of(NOTE.getBytes(UTF_8));

  private final Suite suite;

  AnchorForgeries(Suite suite) {
    this.suite = suite;
  }

  void make() throws IOException {
    makeFiles();
    makeCheckpoints();
    makeSizes();
    makeTokens();
    makeAuthorities();
    makeEntries();
  }

  private static Vector from(LogFault fault, String at, String shows) {
    Vector refused = Vector.refused(fault.code(), shows).at(at);
    return AnchorVectors.trusting(Policy.LOG, refused).with("base", AnchorVectors.GOOD);
  }

  private void makeFiles() throws IOException {
    for (String path : new String[] {CHECKPOINT, TOKEN}) {
      suite.put(
          "missing-" + path.substring(path.lastIndexOf('/') + 1).replace('.', '-'),
          from(LogFault.FILE_MISSING, path, "half an anchor").with("no-file", path));
    }
    String[][] more = {
      {"readme", "anchor/readme", "anchor/readme"},
      {"plain-number", "anchor/2/checkpoint", "anchor/2"},
      {"19-digits", "anchor/0000000000000000002/checkpoint", "anchor/0000000000000000002"},
      {"21-digits", "anchor/000000000000000000002/checkpoint", "anchor/000000000000000000002"},
      {"beyond-63-bits", "anchor/99999999999999999999/checkpoint", "anchor/99999999999999999999"},
      {"third-file", "anchor/00000000000000000002/more", "anchor/00000000000000000002/more"}
    };
    for (String[] file : more) {
      suite.put(
          "unexpected-" + file[0],
          FileSet.put(
              from(LogFault.FILE_UNEXPECTED, file[2], "something that is no anchor's"),
              file[1],
              new byte[1]));
    }
    suite.put(
        "unexpected-file-for-the-folder",
        FileSet.put(
            AnchorVectors.base(
                Policy.LOG,
                Vector.refused(LogFault.FILE_UNEXPECTED.code(), "a file where anchors belong")
                    .at("anchor")),
            "anchor",
            new byte[1]));
  }

  /** Another checkpoint in place of the good one, with a good token over it. */
  private void note(String name, LogFault fault, Policy policy, String note, String shows) {
    Vector vector =
        AnchorVectors.trusting(policy, Vector.refused(fault.code(), shows).at(CHECKPOINT))
            .with("base", AnchorVectors.GOOD);
    suite.put(
        "checkpoint-" + name, AnchorVectors.anchored(vector, 2, note, AnchorVectors.token(note)));
  }

  private void note(String name, String note, String shows) {
    note(name, LogFault.ANCHOR_CHECKPOINT, Policy.LOG, note, shows);
  }

  private void makeCheckpoints() throws IOException {
    String stranger = TestKey.STRANGER.line(TEXT);
    note("stranger", TEXT + "\n" + stranger, "signed by a stranger alone");
    note("unknown-line", NOTE + stranger, "a line of a stranger beside that of the log");
    note("retired-key", TEXT + "\n" + TestKey.RETIRED.line(TEXT), "a key that is not trusted");
    String other = TEXT.replace(TestKey.ORIGIN, "example.org");
    note("other-log", other + "\n" + TestKey.LOG.line(other), "of another log, with its key");
    String three = AnchorVectors.THREE.text();
    note("other-signature", TEXT + "\n" + TestKey.LOG.line(three), "a signature over another");
    note("newline-after", NOTE + "\n", "a newline more, though it is time-stamped");
    note("empty", "", "no bytes");
    String extended = TEXT + "extension\n";
    note("extension", extended + "\n" + TestKey.LOG.line(extended), "a fourth line");
    Vector unwitnessed =
        AnchorVectors.base(
            Policy.WITNESSED,
            Vector.refused(
                    LogFault.ANCHOR_CHECKPOINT.code(), "no witness cosigned the anchored one")
                .at(CHECKPOINT));
    String witnessed = AnchorVectors.THREE.checkpoint(TestKey.WITNESS);
    unwitnessed = FileSet.put(unwitnessed, "checkpoint", witnessed.getBytes(UTF_8));
    suite.put(
        "checkpoint-no-witness",
        AnchorVectors.anchored(unwitnessed, 2, NOTE, AnchorVectors.token(NOTE)));
    String forged = new SampleLog(2, i -> Parts.leaf(i + 50)).checkpoint();
    note("other-root", LogFault.ANCHOR_ROOT, Policy.LOG, forged, "of entries that are not there");
  }

  private void size(String name, long folder, SampleLog log, LogFault fault, String shows)
      throws IOException {
    Vector refused = Vector.refused(fault.code(), shows).at(AnchorPath.checkpoint(folder));
    String note = log.checkpoint();
    suite.put(
        "size-" + name,
        AnchorVectors.anchored(
            AnchorVectors.base(Policy.LOG, refused), folder, note, AnchorVectors.token(note)));
  }

  private void makeSizes() throws IOException {
    LogFault size = LogFault.ANCHOR_SIZE;
    size("beyond-the-log", 4, new SampleLog(4), size, "more entries than the log has");
    size("of-another-folder", 1, AnchorVectors.TWO, size, "two entries in the folder of one");
    size("of-a-larger-folder", 3, AnchorVectors.TWO, size, "two entries in the folder of three");
    String none = new SampleLog(0).text();
    String other = none.replace(Digest.of().base64(), Digest.of(new byte[1]).base64());
    String note = other + "\n" + TestKey.LOG.line(other);
    suite.put(
        "size-0-other-root",
        AnchorVectors.anchored(
            AnchorVectors.base(
                Policy.LOG,
                Vector.refused(LogFault.ANCHOR_ROOT.code(), "no entry, and another root")
                    .at(AnchorPath.checkpoint(0))),
            0,
            note,
            AnchorVectors.token(note)));
  }

  private void token(String name, byte[] token, String shows) {
    suite.put(
        "token-" + name, FileSet.put(from(LogFault.ANCHOR_TOKEN, TOKEN, shows), TOKEN, token));
  }

  private void makeTokens() {
    token("other-checkpoint", AnchorVectors.token(AnchorVectors.THREE.checkpoint()), "of three");
    token("text-alone", AnchorVectors.token(TEXT), "over the text without its signature");
    token("without-newline", AnchorVectors.token(NOTE.strip()), "over a byte less");
    byte[] good = AnchorVectors.token(NOTE);
    token("empty", new byte[0], "no bytes");
    token("cut", Arrays.copyOf(good, good.length - 1), "a byte less");
    token("byte-after", Arrays.copyOf(good, good.length + 1), "a byte more");
    byte[] flipped = good.clone();
    flipped[good.length - 1] ^= 1;
    token("flipped", flipped, "one bit of the signature");
    String more = TestKey.WITNESS.line(TEXT);
    Vector witnessed =
        AnchorVectors.trusting(
                new Policy(List.of(TestKey.LOG), List.of(TestKey.WITNESS), 0),
                Vector.refused(
                        LogFault.ANCHOR_TOKEN.code(), "a line more than when it was time-stamped")
                    .at(TOKEN))
            .with("base", AnchorVectors.GOOD);
    suite.put(
        "token-over-fewer-lines",
        FileSet.put(witnessed, CHECKPOINT, (NOTE + more).getBytes(UTF_8)));
  }

  private void makeAuthorities() {
    Instant time = TimeStampVectors.TIME;
    String policy = TimeStampVectors.POLICY;
    byte[] good = AnchorVectors.token(NOTE);
    token(
        "other-policy",
        FixedToken.over(STAMPED, time, "1.2.3.4", FixedAuthority.TSA),
        "under another policy");
    token(
        "other-authority",
        FixedToken.over(STAMPED, time, policy, FixedAuthority.OTHER),
        "of an authority that is not pinned");
    token(
        "too-early",
        AnchorVectors.token(NOTE, Instant.parse("2025-12-31T23:59:59Z")),
        "before the certificate of the authority was valid");
    token(
        "named-otherwise",
        FixedToken.resigned(
            good, time, FixedAuthority.TSA, FixedToken.bySha256(FixedAuthority.OTHER)),
        "that names another certificate");
    suite.put(
        "token-not-for-time-stamping",
        FileSet.put(
            TimeStampVectors.trusting(
                    Policy.LOG.in(
                        Vector.refused(LogFault.ANCHOR_TOKEN.code(), "a certificate for mail")
                            .at(TOKEN)),
                    FixedAuthority.MAIL,
                    FixedAuthority.INTERMEDIATE,
                    FixedAuthority.ROOT)
                .with("base", AnchorVectors.GOOD),
            TOKEN,
            FixedToken.resigned(
                good, time, FixedAuthority.MAIL, FixedToken.bySha256(FixedAuthority.MAIL))));
    suite.put(
        "token-no-path",
        TimeStampVectors.trusting(
                Policy.LOG.in(
                    Vector.refused(LogFault.ANCHOR_TOKEN.code(), "no path to a root").at(TOKEN)),
                FixedAuthority.TSA,
                FixedAuthority.ROOT)
            .with("base", AnchorVectors.GOOD));
  }

  /** What is wrong with the log itself is said before what is wrong with an anchor's root. */
  private void makeEntries() {
    String bundle = "tile/entries/000.p/3";
    int second = 2 * 242 - 63;
    byte[] bytes = FileSet.of(suite.get(AnchorVectors.GOOD), suite).get(bundle);
    suite.put(
        "entry-before-the-anchor",
        FileSet.set(
            from(LogFault.LEAF_HASH, bundle + " entry 1 (leaf 1)", "an entry altered"),
            bundle,
            second,
            bytes[second] ^ 1));
  }
}
