package org.safehand.bench;

import java.util.List;
import org.safehand.bench.access.AnswerSize;
import org.safehand.bench.access.RefusedAlike;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.server.Workplace;

/** How much each figure of access does. */
record AccessSizes(AnswerSize answers) {
  static AccessSizes of(Extent extent) {
    return new AccessSizes(
        switch (extent) {
          case SMOKE -> new AnswerSize(3, 5, 2);
          case USUAL -> new AnswerSize(200, 100, 40);
          case LONG -> new AnswerSize(1000, 500, 80);
        });
  }

  List<Figure> take(Workplace workplace) throws InterruptedException {
    return new RefusedAlike(workplace, answers).take();
  }
}
