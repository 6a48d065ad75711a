package org.safehand.sequencer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.restore.Restore;

/**
 * Starts the sequencer from the environment; SIGTERM ends it after the round under way. With {@code
 * restore --from DIR} it gives a database that was restored from a backup what it lost, and ends.
 */
public final class Main {
  private static final long STOP_MILLIS = 10_000;
  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      if (args.length == 0) {
        serve();
      } else if (args.length == 3 && args[0].equals("restore") && args[1].equals("--from")) {
        restore(Path.of(args[2]));
      } else {
        System.err.println("usage: safehand-sequencer [restore --from DIR]");
        Runtime.getRuntime().halt(USAGE);
      }
    } catch (SequencerException e) {
      System.err.println("sequencer refuses to serve: " + e.getMessage());
      // halt and not exit: the shutdown hook waits for this very thread
      Runtime.getRuntime().halt(1);
    } catch (SQLException | IOException e) {
      System.err.println("sequencer could not restore: " + e);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void serve() throws SequencerException, InterruptedException {
    Service service =
        new Service(Settings.of(System.getenv()), Clock.systemUTC(), System.out, System.err);
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, main)));
    service.run();
  }

  private static void restore(Path folder) throws SequencerException, SQLException, IOException {
    Settings settings = Settings.of(System.getenv());
    try (LogDatabase database = settings.openDatabase()) {
      HeadFile headFile = new HeadFile(settings.headFile(), settings.signers());
      Restore.Restored restored =
          new Restore(
                  database, settings.signers(), settings.witnesses(), headFile, Clock.systemUTC())
              .from(folder);
      System.out.println(
          "restored: entries "
              + restored.firstIndex()
              + " to "
              + (restored.size() - 1)
              + ", events lost for good: "
              + restored.lost());
    }
  }

  private static void stop(Service service, Thread main) {
    service.stop();
    try {
      main.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
