package org.safehand.custody.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.safehand.custody.encoding.PemText;

class NodeKeyTest {
  private final NodeKey key = NodeKey.generate("node-1", new SecureRandom());

  @Test
  void signature_holdsForLeafAndNodeOnly() {
    BlindLeaf leaf = Events.leaf();
    byte[] signature = key.sign(leaf);
    assertThat(key.verifierKey().verifies(leaf, signature)).isTrue();
    assertThat(key.verifierKey().verifies(Events.leaf(), signature)).isFalse();
    NodeKey other = NodeKey.generate("node-1", new SecureRandom());
    assertThat(other.verifierKey().verifies(leaf, signature)).isFalse();
    assertThat(key.verifierKey().verifies(leaf, new byte[0])).isFalse();
    for (int bit = 0; bit < 512; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.verifierKey().verifies(leaf, changed)).isFalse();
    }
  }

  @Test
  void pemAndLine_readBack() {
    NodeKey read = NodeKey.ofPem("node-1", key.toPem());
    assertThat(read.verifierKey()).isEqualTo(key.verifierKey());
    assertThat(NodeVerifierKey.ofLine(key.verifierKey().toLine())).hasValue(key.verifierKey());
    assertThat(key.toString()).isEqualTo("node key node-1");
  }

  @Test
  void keyOfTheJdk_read() throws GeneralSecurityException {
    byte[] pkcs8 =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    NodeKey read = NodeKey.ofPem("n", PemText.encode("PRIVATE KEY", pkcs8));
    BlindLeaf leaf = Events.leaf();
    assertThat(read.verifierKey().verifies(leaf, read.sign(leaf))).isTrue();
  }

  @Test
  void otherKeysAndLines_refused() throws GeneralSecurityException {
    byte[] ec = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    assertThatThrownBy(() -> NodeKey.ofPem("n", PemText.encode("PRIVATE KEY", ec)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NodeKey.ofPem("n", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NodeKey.ofPem("a b", key.toPem()))
        .isInstanceOf(IllegalArgumentException.class);
    String line = key.verifierKey().toLine();
    for (String bad : new String[] {"", "node-1", line + " ", " " + line, line.substring(1, 20)}) {
      assertThat(NodeVerifierKey.ofLine(bad)).as(bad).isEmpty();
    }
  }
}
