package org.safehand.custody.vectors.form;

/**
 * One kind of vectors: how they are made and how they are judged. A new kind is one more class, and
 * a line in {@link org.safehand.custody.vectors.Kinds}.
 */
public interface VectorKind {
  /** The name of its folder. */
  String name();

  /** Puts all vectors of this kind into {@code suite}. */
  void make(Suite suite) throws Exception;

  /**
   * What the verifier says of {@code vector}: {@link Vector#OK} or the code of its refusal. Where a
   * vector names a result (a root, a leaf), it must be the verifier's too.
   *
   * @param suite the other vectors of this kind
   */
  String judge(Vector vector, Suite suite) throws Exception;
}
