package org.safehand.custody.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.NodeKey;

class NodeKeysTest {
  private final String one = line("node-1");
  private final String two = line("node-2");

  private static String line(String nodeId) {
    return NodeKey.generate(nodeId, new SecureRandom()).verifierKey().toLine() + "\n";
  }

  @Test
  void lines_listTheNodes() {
    NodeKeys keys = NodeKeys.parse(one + "\n" + two);
    assertThat(keys.find("node-1").orElseThrow().toLine()).isEqualTo(one.strip());
    assertThat(keys.find("node-2").orElseThrow().toLine()).isEqualTo(two.strip());
    assertThat(keys.find("node-3")).isEmpty();
  }

  @Test
  void noneTwiceOrSomethingElse_refused() {
    assertThatThrownBy(() -> NodeKeys.parse("\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no node key");
    assertThatThrownBy(() -> NodeKeys.parse(one + line("node-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two keys of node node-1");
    assertThatThrownBy(() -> NodeKeys.parse(one + two.substring(1, 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a node key: ");
  }
}
