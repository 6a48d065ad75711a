package org.safehand.custody.vectors.log;

import static org.safehand.custody.vectors.log.CheckpointVectors.TEXT;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.vectors.form.EdwardsOrder;
import org.safehand.custody.vectors.form.Suite;

/** Checkpoints whose lines are of the wrong key or do not hold. */
final class CheckpointForgeries {
  private static final LogFault WRONG = LogFault.CHECKPOINT_SIGNATURE;
  private static final LogFault UNKNOWN = LogFault.CHECKPOINT_UNKNOWN_SIGNER;
  private static final String LOG_LINE = TestKey.LOG.line(TEXT);

  private CheckpointForgeries() {}

  private static void log(Suite suite, String name, LogFault fault, String lines, String shows) {
    CheckpointVectors.refuse(suite, name, fault, Policy.LOG, TEXT + "\n" + lines, shows);
  }

  private static void witness(Suite suite, String name, LogFault fault, String line, String shows) {
    CheckpointVectors.refuse(
        suite, name, fault, Policy.WITNESSED, TEXT + "\n" + LOG_LINE + line, shows);
  }

  static void makeSignatures(Suite suite) {
    makeUnknown(suite);
    byte[] good = TestKey.LOG.sign(TEXT);
    log(suite, "flipped", WRONG, TestKey.LOG.line(flipped(good, 0)), "one bit of the signature");
    log(suite, "flipped-end", WRONG, TestKey.LOG.line(flipped(good, 63)), "its last byte");
    log(suite, "short", WRONG, TestKey.LOG.line(Arrays.copyOf(good, 63)), "one byte less");
    log(suite, "long", WRONG, TestKey.LOG.line(Arrays.copyOf(good, 65)), "one byte more");
    log(suite, "one-byte", WRONG, TestKey.LOG.line(new byte[1]), "a signature of one byte");
    log(
        suite,
        "s-beyond-order",
        WRONG,
        TestKey.LOG.line(EdwardsOrder.added(good)),
        EdwardsOrder.SHOWS);
    String six = CheckpointVectors.text("6");
    log(suite, "other-size", WRONG, TestKey.LOG.line(six), "a signature over another size");
    log(suite, "without-newline", WRONG, TestKey.LOG.line(TEXT.strip()), "over less of the text");
    log(suite, "key-of-retired", WRONG, TestKey.LOG.line(TestKey.RETIRED.sign(TEXT)), "its key");
    makeCosignatures(suite);
  }

  private static void makeUnknown(Suite suite) {
    String stranger = TestKey.STRANGER.line(TEXT);
    log(suite, "unknown-line", UNKNOWN, LOG_LINE + stranger, "a good line of a stranger beside it");
    log(suite, "unknown-alone", UNKNOWN, stranger, "a good line of a stranger alone");
    log(
        suite,
        "unknown-of-same-name",
        UNKNOWN,
        TestKey.RETIRED.line(TEXT),
        "another key under the name of the log");
    log(
        suite,
        "unknown-of-same-id",
        UNKNOWN,
        LOG_LINE.replace(TestKey.ORIGIN, "example.org"),
        "the id of the log's key under another name");
    log(
        suite,
        "untrusted-witness",
        UNKNOWN,
        LOG_LINE + TestKey.WITNESS.line(TEXT),
        "a witness that is not trusted, though it signed rightly");
  }

  private static void makeCosignatures(Suite suite) {
    TestKey w1 = TestKey.WITNESS;
    byte[] good = w1.stamped(TEXT, TestKey.TIME);
    witness(suite, "witness-time", WRONG, w1.line(flipped(good, 7)), "another second");
    witness(suite, "witness-flipped", WRONG, w1.line(flipped(good, 40)), "a bit of the signature");
    witness(suite, "witness-long", WRONG, w1.line(Arrays.copyOf(good, 73)), "a byte more");
    witness(suite, "witness-short", WRONG, w1.line(Arrays.copyOf(good, 71)), "a byte less");
    witness(suite, "witness-time-alone", WRONG, w1.line(Arrays.copyOf(good, 8)), "no signature");
    witness(suite, "witness-half-time", WRONG, w1.line(Arrays.copyOf(good, 4)), "half a time");
    witness(suite, "witness-plain", WRONG, w1.line(w1.sign(TEXT)), "as a log signs, without time");
    byte[] stamped = ByteBuffer.allocate(72).putLong(TestKey.TIME).put(w1.sign(TEXT)).array();
    witness(suite, "witness-over-text", WRONG, w1.line(stamped), "a signature over the text alone");
    witness(
        suite,
        "witness-of-other-size",
        WRONG,
        w1.line(w1.stamped(CheckpointVectors.text("6"), TestKey.TIME)),
        "a cosignature of another size");
  }

  static void makeMlDsa(Suite suite) {
    TestKey w3 = TestKey.WITNESS_ML_DSA;
    byte[] good = w3.stamped(TEXT, TestKey.TIME);
    mlDsa(suite, "ml-dsa-time", w3.line(flipped(good, 7)), "another second");
    mlDsa(suite, "ml-dsa-flipped", w3.line(flipped(good, 1000)), "a bit of the signature");
    mlDsa(suite, "ml-dsa-short", w3.line(Arrays.copyOf(good, good.length - 1)), "a byte less");
    mlDsa(suite, "ml-dsa-long", w3.line(Arrays.copyOf(good, good.length + 1)), "a byte more");
    mlDsa(suite, "ml-dsa-time-alone", w3.line(Arrays.copyOf(good, 8)), "no signature");
    TestKey renamed = new TestKey("witness.example.org/w4", 6, "w3");
    mlDsa(
        suite,
        "ml-dsa-other-name",
        w3.line(renamed.stamped(TEXT, TestKey.TIME)),
        "signed under another name of the cosigner");
    mlDsa(
        suite,
        "ml-dsa-other-size",
        w3.line(w3.stamped(CheckpointVectors.text("6"), TestKey.TIME)),
        "a cosignature of another size");
    mlDsa(
        suite,
        "ml-dsa-other-origin",
        w3.line(w3.stamped(TEXT.replace(TestKey.ORIGIN, "example.org"), TestKey.TIME)),
        "a cosignature of another log");
    mlDsa(
        suite,
        "ml-dsa-other-root",
        w3.line(w3.stamped(TEXT.replaceFirst("\n5\n.", "\n5\nB"), TestKey.TIME)),
        "a cosignature of another root");
    CheckpointVectors.refuse(
        suite,
        "ml-dsa-of-no-checkpoint",
        WRONG,
        CheckpointVectors.withMlDsa(1),
        "nothing\n\n" + w3.line(good),
        "a text that this kind of signature cannot be over");
    log(
        suite,
        "ml-dsa-id-for-ed25519",
        UNKNOWN,
        "\u2014 "
            + TestKey.ORIGIN
            + " "
            + CanonicalBase64.encode(
                ByteBuffer.allocate(2432)
                    .putInt(TestKey.LOG_ML_DSA.vkey().keyId())
                    .put(TestKey.LOG_ML_DSA.stamped(TEXT, TestKey.TIME))
                    .array())
            + "\n",
        "the log's second key, where it is not trusted");
  }

  private static void mlDsa(Suite suite, String name, String line, String shows) {
    CheckpointVectors.refuse(
        suite,
        name,
        WRONG,
        new Policy(List.of(TestKey.LOG), List.of(TestKey.WITNESS_ML_DSA), 1),
        TEXT + "\n" + LOG_LINE + line,
        shows);
  }

  private static byte[] flipped(byte[] good, int at) {
    byte[] changed = good.clone();
    changed[at] ^= 1;
    return changed;
  }
}
