package org.safehand.packaging.vectors;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.vectors.archive.ArchiveVectors;
import org.safehand.packaging.vectors.casefile.CaseFileVectors;
import org.safehand.packaging.vectors.envelope.EnvelopeVectors;
import org.safehand.packaging.vectors.header.HeaderVectors;
import org.safehand.packaging.vectors.kinds.OpenVectors;
import org.safehand.packaging.vectors.kinds.PackageVectors;

/** Every kind of vectors, in the order in which a reader meets them. */
final class Kinds {
  static final List<VectorKind> ALL =
      List.of(
          new PackageVectors(),
          new OpenVectors(),
          new ArchiveVectors(),
          new CaseFileVectors(),
          new HeaderVectors(),
          new EnvelopeVectors());

  private Kinds() {}

  /** Their folders. */
  static Set<String> names() {
    return ALL.stream().map(VectorKind::name).collect(Collectors.toSet());
  }
}
