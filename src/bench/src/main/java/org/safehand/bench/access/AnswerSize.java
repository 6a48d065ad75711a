package org.safehand.bench.access;

/**
 * How much is asked.
 *
 * @param cases how many cases there are that the agency was not sent
 * @param questions how many questions of either kind a round has, in turn
 * @param rounds how many rounds
 */
public record AnswerSize(int cases, int questions, int rounds) {
  public AnswerSize {
    if (cases < 1 || questions < 1 || rounds < 1) {
      throw new IllegalArgumentException("at least one of each");
    }
  }
}
