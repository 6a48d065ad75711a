package org.safehand.bench.digidoc4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.bench.peer.AnswerLoop;
import org.safehand.bench.peer.SealingParty;

/** digidoc4j in a process of its own: {@code EXHIBITS CONTAINER}, a folder and a file. */
public final class Digidoc4jPeer {
  private Digidoc4jPeer() {}

  /**
   * Answers whatever is asked with the seconds that one container of all exhibits takes. The one
   * made last goes just before.
   */
  public static void main(String[] arguments) throws Exception {
    List<Path> exhibits;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      exhibits = files.sorted().toList();
    }
    Path container = Path.of(arguments[1]);
    Digidoc4jContainer digidoc4j = new Digidoc4jContainer(new SealingParty());
    AnswerLoop.run(
        question -> {
          Files.deleteIfExists(container);
          return AnswerLoop.seconds(() -> digidoc4j.make(exhibits, container));
        });
  }
}
