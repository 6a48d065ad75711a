package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safehand.custody.encoding.CanonicalBase64;

/** The public half of a {@link NodeKey}; its line is {@code nodeId base64-of-SPKI}. */
public final class NodeVerifierKey {
  private static final byte[] LABEL = "safehand.org/custody/leaf/v1\n".getBytes(US_ASCII);
  private static final Pattern NODE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  private final String nodeId;
  private final Ed25519PublicKeyParameters key;

  NodeVerifierKey(String nodeId, Ed25519PublicKeyParameters key) {
    this.nodeId = requireNodeId(nodeId);
    this.key = key;
  }

  /** The key that {@code line} spells, or empty. */
  public static Optional<NodeVerifierKey> ofLine(String line) {
    int space = requireNonNull(line, "line is null").indexOf(' ');
    if (space < 0 || !NODE_ID.matcher(line.substring(0, space)).matches()) {
      return Optional.empty();
    }
    return CanonicalBase64.decode(line.substring(space + 1))
        .flatMap(NodeVerifierKey::parse)
        .map(key -> new NodeVerifierKey(line.substring(0, space), key))
        .filter(key -> key.toLine().equals(line));
  }

  private static Optional<Ed25519PublicKeyParameters> parse(byte[] spki) {
    try {
      return PublicKeyFactory.createKey(spki) instanceof Ed25519PublicKeyParameters key
          ? Optional.of(key)
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  public String toLine() {
    try {
      return nodeId
          + " "
          + CanonicalBase64.encode(
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("an Ed25519 key always has an encoding", e);
    }
  }

  public String nodeId() {
    return nodeId;
  }

  /** Whether {@code signature} is this node's over {@code leaf}. */
  public boolean verifies(BlindLeaf leaf, byte[] signature) {
    byte[] message = message(leaf);
    return signature.length == Ed25519PrivateKeyParameters.SIGNATURE_SIZE
        && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
  }

  /** A label before the leaf keeps the signature from meaning anything else. */
  static byte[] message(BlindLeaf leaf) {
    byte[] bytes = leaf.bytes();
    byte[] message = Arrays.copyOf(LABEL, LABEL.length + bytes.length);
    System.arraycopy(bytes, 0, message, LABEL.length, bytes.length);
    return message;
  }

  static String requireNodeId(String nodeId) {
    if (!NODE_ID.matcher(requireNonNull(nodeId, "nodeId is null")).matches()) {
      throw new IllegalArgumentException(
          "a node id has 1 to 63 letters, digits, dots, hyphens or underscores");
    }
    return nodeId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeVerifierKey that && toLine().equals(that.toLine());
  }

  @Override
  public int hashCode() {
    return nodeId.hashCode();
  }

  @Override
  public String toString() {
    return toLine();
  }
}
