package org.safehand.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.safehand.bench.peer.AnswerLoop;
import org.safehand.launcher.process.Programs;

/**
 * A Java process of this benchmark with a hard limit of its heap: it is asked a line, does what
 * that says, and answers with a number. It ends when nobody asks any more.
 */
public final class LimitedJava implements AutoCloseable {
  private static final int LAST_LINES = 3;

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter questions;
  private final Path errors;

  private LimitedJava(Process process, Path errors) {
    this.process = requireNonNull(process, "process is null");
    this.answers = process.inputReader(UTF_8);
    this.questions = new PrintWriter(process.outputWriter(UTF_8), true);
    this.errors = requireNonNull(errors, "errors is null");
  }

  /**
   * Starts {@code main}, which runs an {@link AnswerLoop}.
   *
   * @param heapMebibytes its {@code -Xmx}
   * @param folder where it runs and its standard error is kept
   */
  public static LimitedJava start(
      Class<?> main, int heapMebibytes, Path folder, List<String> arguments) throws IOException {
    return start(main.getName(), classPath(), heapMebibytes, folder, arguments);
  }

  /** The same with {@code main} out of another {@code classPath} than that of this process. */
  public static LimitedJava start(
      String main, String classPath, int heapMebibytes, Path folder, List<String> arguments)
      throws IOException {
    Files.createDirectories(folder);
    List<String> words =
        new ArrayList<>(
            List.of(Programs.java(), "-Xmx" + heapMebibytes + "m", "-cp", classPath, main));
    words.addAll(arguments);
    Path errors = folder.resolve(main + ".err");
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectError(errors.toFile()).start();
    return new LimitedJava(process, errors);
  }

  /** Of this process, from any folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * What it answers to {@code question}.
   *
   * @throws IOException with the last it said, if it failed or ended
   */
  public double ask(String question) throws IOException {
    questions.println(question);
    String answer = answers.readLine();
    if (answer == null) {
      List<String> lines = Files.readAllLines(errors, UTF_8);
      throw new IOException(
          question
              + ": the process ended: "
              + String.join("; ", lines.subList(0, Math.min(LAST_LINES, lines.size()))));
    }
    try {
      return Double.parseDouble(answer);
    } catch (NumberFormatException e) {
      throw new IOException(question + ": " + answer, e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
