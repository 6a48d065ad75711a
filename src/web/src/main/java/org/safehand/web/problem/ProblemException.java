package org.safehand.web.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Ends the handling of a request with a problem document. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(requireNonNull(problem, "problem is null").code() + ": " + problem.detail());
    this.problem = problem;
  }

  public ProblemException(WebCode code, String detail) {
    this(Problem.of(code, detail));
  }

  public ProblemException(WebCode code, String detail, String pointer) {
    this(Problem.of(code, detail, List.of(pointer)));
  }

  public Problem problem() {
    return problem;
  }
}
