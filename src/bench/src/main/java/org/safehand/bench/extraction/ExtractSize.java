package org.safehand.bench.extraction;

/**
 * What is extracted.
 *
 * @param events events of the case, the one that issues the extract included
 * @param entries entries of the whole log
 * @param rounds how often each is timed
 */
public record ExtractSize(int events, long entries, int rounds) {
  public ExtractSize {
    if (events < 2 || entries < events) {
      throw new IllegalArgumentException("a case has two events or more and fits into its log");
    }
  }
}
