package org.safehand.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.place.Installation;

/** The smallest run of every figure of the package. Nothing is said about speed. */
@Timeout(300)
class PackagingFiguresTest {
  @Test
  void everyFigure_canBeTaken() throws Exception {
    Path folder = Path.of("target/bench-packaging").toAbsolutePath();
    List<Figure> figures;
    try (Workplace workplace =
        Workplace.open(
            new Installation(Path.of("../..")),
            folder,
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8))) {
      figures = Topic.PACKAGING.take(workplace, Extent.SMOKE);
    }

    assertThat(folder).doesNotExist();
    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "packaging.intake",
            "packaging.intake-to-openssl-alone",
            "packaging.intake-to-gpg",
            "packaging.intake-to-age",
            "packaging.intake-to-7z",
            "packaging.intake-heap",
            "packaging.packed",
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
