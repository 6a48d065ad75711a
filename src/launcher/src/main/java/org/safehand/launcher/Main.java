package org.safehand.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safehand.launcher.demo.Demo;
import org.safehand.launcher.demo.RepeatIt;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.postgres.Bootstrap;
import org.safehand.launcher.postgres.RegistryImport;
import org.safehand.launcher.stage.ConsoleProgress;

/** {@code up}, {@code down}, {@code demo} and {@code bootstrap}. */
public final class Main {
  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  private static final List<String> IMPORT = List.of("bootstrap", "registry");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.exit(run(arguments, System.getenv(), out, err));
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      run(arguments, environment, out);
      return 0;
    } catch (LaunchException e) {
      err.println("safehand: " + e.code().wire() + ": " + e.getMessage());
      return e.code().exit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private static void run(String[] arguments, Map<String, String> environment, PrintStream out)
      throws LaunchException, InterruptedException {
    if (arguments.length == 2 && arguments[0].equals("bootstrap")) {
      int people = Bootstrap.run(Path.of(arguments[1]), environment);
      out.println(people + " people; the first node that starts records them.");
      return;
    }
    if (arguments.length == 3 && Arrays.asList(arguments).subList(0, 2).equals(IMPORT)) {
      int agencies = RegistryImport.run(Path.of(arguments[2]), environment);
      out.println(agencies + " agencies; the first node that starts records them.");
      return;
    }
    String command = arguments.length == 1 ? arguments[0] : "";
    Platform platform = platform(environment);
    switch (command) {
      case "up" -> {
        platform.up(new ConsoleProgress(out));
        out.print(new Welcome(platform).text());
      }
      case "demo" -> {
        ConsoleProgress progress = new ConsoleProgress(out);
        platform.up(progress);
        out.println();
        new Demo(platform, progress, new SecureRandom(), Clock.systemUTC()).run();
        out.print(new RepeatIt(platform.folder().demo()).text());
      }
      case "down" -> {
        if (!platform.running()) {
          out.println("Nothing is running.");
        }
        platform.down(new ConsoleProgress(out));
      }
      default ->
          throw new LaunchException(
              LaunchCode.USAGE,
              "usage: safehand up|down|demo|bootstrap FILE|bootstrap registry FILE");
    }
  }

  private static Platform platform(Map<String, String> environment) throws LaunchException {
    String home = environment.get("SAFEHAND_HOME");
    if (home == null) {
      throw new LaunchException(LaunchCode.USAGE, "SAFEHAND_HOME is not set; use ./safehand");
    }
    Installation installation = new Installation(Path.of(home));
    Path root =
        Optional.ofNullable(environment.get("SAFEHAND_VAR"))
            .filter(value -> !value.isBlank())
            .map(Path::of)
            .orElse(installation.home().resolve("var"));
    return new Platform(installation, new VarFolder(root), Ports.fromEnvironment(environment));
  }
}
