package org.safehand.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;

/**
 * The inside of a process that the benchmark asks: answers each line on standard input with one
 * line.
 */
public final class AnswerLoop {
  private AnswerLoop() {}

  /** What a question makes it do; the number is the answer. */
  @FunctionalInterface
  public interface Answering {
    double answer(String question) throws Exception;
  }

  /** Answers until there is no further question; what goes wrong ends the process. */
  public static void run(Answering answering) throws Exception {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String question = in.readLine(); question != null; question = in.readLine()) {
      out.println(answering.answer(question));
    }
  }

  /** Seconds that {@code work} takes. */
  public static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** What is timed. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }
}
