package org.safehand.custody.vectors;

import java.util.List;
import org.safehand.custody.vectors.event.EventVectors;
import org.safehand.custody.vectors.event.JsonVectors;
import org.safehand.custody.vectors.event.LeafVectors;
import org.safehand.custody.vectors.event.NodeSignatureVectors;
import org.safehand.custody.vectors.extract.ExtractVectors;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.CheckpointVectors;
import org.safehand.custody.vectors.log.LogVectors;
import org.safehand.custody.vectors.log.ProofVectors;
import org.safehand.custody.vectors.log.ReceiptVectors;
import org.safehand.custody.vectors.log.TrustVectors;
import org.safehand.custody.vectors.timestamp.AnchorVectors;
import org.safehand.custody.vectors.timestamp.TimeStampVectors;
import org.safehand.custody.vectors.tree.ConsistencyVectors;
import org.safehand.custody.vectors.tree.InclusionVectors;
import org.safehand.custody.vectors.tree.PathVectors;
import org.safehand.custody.vectors.tree.TreeVectors;
import org.safehand.custody.vectors.witness.AnswerVectors;
import org.safehand.custody.vectors.witness.WitnessVectors;

/** Every kind of vectors, in the order in which a reader meets them. */
final class Kinds {
  static final List<VectorKind> ALL =
      List.of(
          new JsonVectors(),
          new LeafVectors(),
          new EventVectors(),
          new NodeSignatureVectors(),
          new TreeVectors(),
          new PathVectors(),
          new InclusionVectors(),
          new ConsistencyVectors(),
          new CheckpointVectors(),
          new ProofVectors(),
          new ReceiptVectors(),
          new LogVectors(),
          new TrustVectors(),
          new TimeStampVectors(),
          new AnchorVectors(),
          new ExtractVectors(),
          new WitnessVectors(),
          new AnswerVectors());

  private Kinds() {}
}
