package org.safehand.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.place.Installation;

/** Takes every figure of a topic in the smallest size, and looks that nothing stays behind. */
final class SmokeRun {
  private SmokeRun() {}

  static List<Figure> of(Topic topic) throws Exception {
    Path folder = Path.of("target/bench-" + topic).toAbsolutePath();
    List<Figure> figures;
    try (Workplace workplace =
        Workplace.open(
            new Installation(Path.of("../..")),
            folder,
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8))) {
      figures = topic.take(workplace, Extent.SMOKE);
    }
    assertThat(folder).doesNotExist();
    return figures;
  }
}
