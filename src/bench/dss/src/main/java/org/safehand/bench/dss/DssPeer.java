package org.safehand.bench.dss;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.bench.peer.AnswerLoop;
import org.safehand.bench.peer.SealingParty;

/** DSS in a process of its own: {@code EXHIBITS CONTAINER}, a folder and a file. */
public final class DssPeer {
  private static final String STORED = "stored";

  private DssPeer() {}

  /**
   * Answers {@code deflated} and {@code stored} with the seconds that one container of all exhibits
   * takes. The one made last goes just before.
   */
  public static void main(String[] arguments) throws Exception {
    List<Path> exhibits;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      exhibits = files.sorted().toList();
    }
    Path container = Path.of(arguments[1]);
    DssContainer dss = new DssContainer(new SealingParty());
    AnswerLoop.run(
        question -> {
          Files.deleteIfExists(container);
          return AnswerLoop.seconds(() -> dss.make(exhibits, container, question.equals(STORED)));
        });
  }
}
