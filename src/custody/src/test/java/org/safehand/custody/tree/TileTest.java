package org.safehand.custody.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.digest.Digest;

class TileTest {
  private static final Digest A = Digest.of(new byte[] {1});
  private static final Digest B = Digest.of(new byte[] {2});

  private static Tile tile() {
    byte[] bytes = new byte[2 * Digest.LENGTH];
    System.arraycopy(A.bytes(), 0, bytes, 0, Digest.LENGTH);
    System.arraycopy(B.bytes(), 0, bytes, Digest.LENGTH, Digest.LENGTH);
    return new Tile(new TileId(0, 0, 2), bytes);
  }

  @Test
  void hash_isTheOneAtItsPosition() {
    assertThat(tile().hash(0)).isEqualTo(A);
    assertThat(tile().hash(1)).isEqualTo(B);
    assertThat(tile().root(1, 1)).isEqualTo(B);
    assertThat(tile().root(0, 2)).isEqualTo(TreeHash.node(A, B));
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,3", "0,0", "1,2", "2,1", "0,4"})
  void root_ofNoSubtree_refused(int first, int count) {
    assertThatThrownBy(() -> tile().root(first, count))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prefix_isNarrowerOrTheSame() {
    assertThat(tile().prefix(2)).isEqualTo(tile());
    assertThat(tile().prefix(1).bytes()).isEqualTo(A.bytes());
    assertThatThrownBy(() -> tile().prefix(3)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0", "0,-1", "0,257"})
  void place_thatNoTreeHas_refused(long index, int width) {
    assertThatThrownBy(() -> new TileId(0, index, width))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BundleId(index, width))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
