package org.safehand.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.server.Workplace;

/** A group of figures that is measured together. */
enum Topic {
  /** Custody events recorded, sequenced, published, verified. */
  CUSTODY {
    @Override
    List<Figure> take(Workplace workplace, Extent extent) throws InterruptedException {
      return CustodySizes.of(extent).take(workplace);
    }
  },

  /** Exhibits taken in, packed, opened. */
  PACKAGING {
    @Override
    List<Figure> take(Workplace workplace, Extent extent) throws InterruptedException {
      return PackagingSizes.of(extent).take(workplace);
    }
  },

  /** What the time of a refusal tells. */
  ACCESS {
    @Override
    List<Figure> take(Workplace workplace, Extent extent) throws InterruptedException {
      return AccessSizes.of(extent).take(workplace);
    }
  };

  /** Takes every figure of the topic; one that cannot be taken says why. */
  abstract List<Figure> take(Workplace workplace, Extent extent) throws InterruptedException;

  static Optional<Topic> ofName(String name) {
    return Arrays.stream(values())
        .filter(topic -> topic.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
