package org.safehand.bench.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safehand.bench.log.SyntheticLeaves;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.NodeVerifierKey;

/**
 * Leaves with signatures, and the peer that checks them: a bare loop of Bouncy Castle's Ed25519 a
 * processor, over messages that lie ready.
 */
final class BareSignatures {
  private static final byte[] LABEL = "safehand.org/custody/leaf/v1\n".getBytes(US_ASCII);

  private final NodeVerifierKey verifierKey;
  private final Ed25519PublicKeyParameters key;
  private final List<BlindLeaf> leaves;
  private final List<byte[]> messages;
  private final List<byte[]> signatures;

  private BareSignatures(NodeKey node, List<BlindLeaf> leaves) throws IOException {
    this.verifierKey = node.verifierKey();
    this.key = publicKey(verifierKey);
    this.leaves = leaves;
    this.messages = leaves.stream().map(BareSignatures::message).toList();
    this.signatures = leaves.parallelStream().map(node::sign).toList();
  }

  /** {@code count} synthetic leaves, signed by a fresh node. */
  static BareSignatures make(int count, SecureRandom random) throws IOException {
    SyntheticLeaves synthetic = new SyntheticLeaves(count);
    return new BareSignatures(
        NodeKey.generate("bench-1", random),
        IntStream.range(0, count)
            .mapToObj(i -> BlindLeaf.of(synthetic.next()).orElseThrow())
            .toList());
  }

  private static Ed25519PublicKeyParameters publicKey(NodeVerifierKey key) throws IOException {
    String spki = key.toLine().substring(key.nodeId().length() + 1);
    return (Ed25519PublicKeyParameters)
        PublicKeyFactory.createKey(CanonicalBase64.decode(spki).orElseThrow());
  }

  private static byte[] message(BlindLeaf leaf) {
    byte[] bytes = leaf.bytes();
    byte[] message = new byte[LABEL.length + bytes.length];
    System.arraycopy(LABEL, 0, message, 0, LABEL.length);
    System.arraycopy(bytes, 0, message, LABEL.length, bytes.length);
    return message;
  }

  NodeVerifierKey verifierKey() {
    return verifierKey;
  }

  List<BlindLeaf> leaves() {
    return leaves;
  }

  byte[] signature(int number) {
    return signatures.get(number).clone();
  }

  /** Nanoseconds that the bare loops take, one a processor. */
  long verifyNanos() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(processors);
    try {
      List<Callable<Boolean>> loops = new ArrayList<>();
      for (int i = 0; i < processors; i++) {
        int from = (int) ((long) messages.size() * i / processors);
        int to = (int) ((long) messages.size() * (i + 1) / processors);
        loops.add(() -> verify(from, to));
      }
      long start = System.nanoTime();
      for (Future<Boolean> loop : pool.invokeAll(loops)) {
        if (!loop.get()) {
          throw new IOException("a signature does not hold");
        }
      }
      return System.nanoTime() - start;
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean verify(int from, int to) {
    boolean all = true;
    for (int i = from; i < to; i++) {
      byte[] message = messages.get(i);
      all &=
          key.verify(
              Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signatures.get(i), 0);
    }
    return all;
  }
}
