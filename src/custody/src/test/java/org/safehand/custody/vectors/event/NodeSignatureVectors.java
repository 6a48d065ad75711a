package org.safehand.custody.vectors.event;

import java.util.Arrays;
import java.util.Optional;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.NodeVerifierKey;
import org.safehand.custody.vectors.form.EdwardsOrder;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Signatures of gateway nodes over leaves, and the lines that name the nodes' keys. */
public final class NodeSignatureVectors implements VectorKind {
  private static final String BAD_LINE = "sequencer-settings";
  private static final String BAD_SIGNATURE = "event-bad-signature";
  private static final NodeKey NODE = NodeKey.generate("node-1", new FixedRandom("node-1"));
  private static final BlindLeaf LEAF = Parts.example().leaf();
  private static final byte[] SIGNATURE = NODE.sign(LEAF);

  @Override
  public String name() {
    return "node-signature";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    Optional<NodeVerifierKey> key = NodeVerifierKey.ofLine(vector.text("node"));
    if (key.isEmpty()) {
      return BAD_LINE;
    }
    BlindLeaf leaf = BlindLeaf.of(vector.bytes("leaf")).orElseThrow();
    return key.get().verifies(leaf, vector.bytes("signature")) ? Vector.OK : BAD_SIGNATURE;
  }

  private static void put(Suite suite, String name, Vector vector, String node, byte[] signature) {
    suite.put(
        name, vector.with("node", node).with("leaf", LEAF.bytes()).with("signature", signature));
  }

  private static void refuse(Suite suite, String name, byte[] signature, String shows) {
    put(suite, name, Vector.refused(BAD_SIGNATURE, shows), line(), signature);
  }

  private static void refuseLine(Suite suite, String name, String line, String shows) {
    put(suite, name, Vector.refused(BAD_LINE, shows), line, SIGNATURE);
  }

  private static String line() {
    return NODE.verifierKey().toLine();
  }

  @Override
  public void make(Suite suite) {
    put(suite, "ok-worked-example", Vector.ok("node-1 signs the example"), line(), SIGNATURE);
    String longest = "n" + "0".repeat(62);
    NodeKey named = NodeKey.generate(longest, new FixedRandom("node-1"));
    put(
        suite,
        "ok-longest-id",
        Vector.ok("63 characters"),
        named.verifierKey().toLine(),
        SIGNATURE);
    makeSignatures(suite);
    makeLines(suite);
  }

  private static void makeSignatures(Suite suite) {
    byte[] flipped = SIGNATURE.clone();
    flipped[0] ^= 1;
    refuse(suite, "flipped", flipped, "one bit of the signature");
    refuse(suite, "short", Arrays.copyOf(SIGNATURE, 63), "one byte less");
    refuse(suite, "long", Arrays.copyOf(SIGNATURE, 65), "one byte more");
    refuse(suite, "empty", new byte[0], "no signature");
    refuse(suite, "s-beyond-order", EdwardsOrder.added(SIGNATURE), EdwardsOrder.SHOWS);
    BlindLeaf other = Parts.full().leaf();
    refuse(suite, "other-leaf", NODE.sign(other), "a signature over another leaf");
    NodeKey stranger = NodeKey.generate("node-1", new FixedRandom("node-2"));
    refuse(suite, "other-key", stranger.sign(LEAF), "a signature of another key of that name");
    refuse(
        suite,
        "without-label",
        EdwardsOrder.sign(FixedRandom.seed("node-1"), LEAF.bytes()),
        "a signature over the leaf alone, without the label before it");
  }

  private static void makeLines(Suite suite) {
    String key = line().substring(line().indexOf(' ') + 1);
    byte[] spki = CanonicalBase64.decode(key).orElseThrow();
    refuseLine(suite, "line-without-id", key, "no id");
    refuseLine(suite, "line-id-empty", "node- 1 " + key, "an id with a space");
    refuseLine(suite, "line-id-slash", "node/1 " + key, "an id with a slash");
    refuseLine(suite, "line-id-long", "n" + "0".repeat(63) + " " + key, "an id of 64 characters");
    refuseLine(suite, "line-two-spaces", "node-1  " + key, "two spaces");
    refuseLine(suite, "line-unpadded", "node-1 " + key.replace("=", ""), "no padding");
    refuseLine(
        suite,
        "line-raw-key",
        "node-1 " + CanonicalBase64.encode(Arrays.copyOfRange(spki, 12, 44)),
        "the 32 bytes of the key without SubjectPublicKeyInfo");
    refuseLine(
        suite,
        "line-trailing-byte",
        "node-1 " + CanonicalBase64.encode(Arrays.copyOf(spki, 45)),
        "a byte after the key");
    byte[] longer = new byte[spki.length + 1];
    System.arraycopy(spki, 1, longer, 2, spki.length - 1);
    longer[0] = spki[0];
    longer[1] = (byte) 0x81;
    refuseLine(
        suite,
        "line-long-length",
        "node-1 " + CanonicalBase64.encode(longer),
        "a length in two bytes where one is enough: BER, not DER");
    byte[] x25519 = spki.clone();
    x25519[8] = 0x6e;
    refuseLine(suite, "line-x25519", "node-1 " + CanonicalBase64.encode(x25519), "a key of X25519");
  }
}
