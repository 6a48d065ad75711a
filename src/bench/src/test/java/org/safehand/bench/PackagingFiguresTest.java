package org.safehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Taken;

/** The smallest run of every figure of the package. Nothing is said about speed. */
@Timeout(300)
class PackagingFiguresTest {
  @Test
  void everyFigure_canBeTaken() throws Exception {
    List<Figure> figures = SmokeRun.of(Topic.PACKAGING);

    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "packaging.intake",
            "packaging.intake-to-openssl-alone",
            "packaging.intake-to-gpg",
            "packaging.intake-to-age",
            "packaging.intake-to-7z",
            "packaging.intake-heap-at-1-mib",
            "packaging.intake-many",
            "packaging.intake-many-heap",
            "packaging.packed",
            "packaging.packed-to-dss",
            "packaging.packed-to-dss-stored",
            "packaging.packed-to-digidoc4j",
            "packaging.opened",
            "packaging.opened-to-loop",
            "packaging.open-memory",
            "packaging.openssl-segment-memory",
            "packaging.opened-at-2-mib",
            "packaging.open-memory-at-2-mib");
    // these tools are not installed everywhere
    assertThat(figures)
        .filteredOn(figure -> !(figure.outcome() instanceof Taken))
        .extracting(Figure::name)
        .isSubsetOf("packaging.intake-to-gpg", "packaging.intake-to-age", "packaging.intake-to-7z");
  }
}
