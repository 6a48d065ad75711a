package org.safehand.packaging.vectors;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.vectors.kinds.OpenVectors;
import org.safehand.packaging.vectors.kinds.PackageVectors;

/** Every kind of vectors, in the order in which a reader meets them. */
final class Kinds {
  static final List<VectorKind> ALL = List.of(new PackageVectors(), new OpenVectors());

  private Kinds() {}

  /** Their folders. */
  static Set<String> names() {
    return ALL.stream().map(VectorKind::name).collect(Collectors.toSet());
  }
}
