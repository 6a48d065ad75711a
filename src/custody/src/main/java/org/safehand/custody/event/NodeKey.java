package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safehand.custody.encoding.PemText;

/**
 * The Ed25519 key with which a gateway node signs each leaf it records, so that a row put into the
 * database by another hand is not sequenced.
 */
public final class NodeKey {
  private static final String LABEL = "PRIVATE KEY";

  private final String nodeId;
  private final Ed25519PrivateKeyParameters key;

  private NodeKey(String nodeId, Ed25519PrivateKeyParameters key) {
    this.nodeId = NodeVerifierKey.requireNodeId(nodeId);
    this.key = key;
  }

  public static NodeKey generate(String nodeId, SecureRandom random) {
    return new NodeKey(
        nodeId, new Ed25519PrivateKeyParameters(requireNonNull(random, "random is null")));
  }

  /**
   * The key in {@code pem}, PKCS#8.
   *
   * @throws IllegalArgumentException if it holds anything but one Ed25519 private key
   */
  public static NodeKey ofPem(String nodeId, String pem) {
    try {
      var blocks = PemText.decodeAll(LABEL, pem).orElseThrow(NodeKey::malformed);
      if (blocks.size() == 1
          && PrivateKeyFactory.createKey(blocks.get(0))
              instanceof Ed25519PrivateKeyParameters key) {
        return new NodeKey(nodeId, key);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the node key is not PKCS#8", e);
    }
    throw malformed();
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("the node key is not one Ed25519 private key in PEM");
  }

  /** The private key as PKCS#8 in PEM; to be written to a file that only the node reads. */
  public String toPem() {
    try {
      return PemText.encode(LABEL, PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("an Ed25519 key always has an encoding", e);
    }
  }

  public String nodeId() {
    return nodeId;
  }

  public NodeVerifierKey verifierKey() {
    return new NodeVerifierKey(nodeId, key.generatePublicKey());
  }

  /** The 64-byte signature over {@code leaf}. */
  public byte[] sign(BlindLeaf leaf) {
    byte[] message = NodeVerifierKey.message(leaf);
    byte[] signature = new byte[Ed25519PrivateKeyParameters.SIGNATURE_SIZE];
    key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "node key " + nodeId;
  }
}
