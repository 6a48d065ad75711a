package org.safehand.bench;

import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.intake.IntakeHeap;
import org.safehand.bench.intake.ManyAtOnce;
import org.safehand.bench.intake.TakenIn;
import org.safehand.bench.opening.OpenedPackage;
import org.safehand.bench.opening.OpeningSize;
import org.safehand.bench.packing.CaseSize;
import org.safehand.bench.packing.ComparedContainers;
import org.safehand.bench.packing.PackedCase;
import org.safehand.bench.server.Workplace;

/** How much each figure of the package does. */
record PackagingSizes(
    long intakeBytes,
    int intakeRounds,
    List<Long> intakeHeaps,
    CaseSize many,
    CaseSize packed,
    CaseSize compared,
    OpeningSize opened) {
  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;

  static PackagingSizes of(Extent extent) {
    return switch (extent) {
      case SMOKE ->
          new PackagingSizes(
              MEBIBYTE,
              1,
              List.of(MEBIBYTE),
              new CaseSize(10, MEBIBYTE, 1),
              new CaseSize(2, MEBIBYTE, 1),
              new CaseSize(2, MEBIBYTE, 1),
              new OpeningSize(MEBIBYTE, List.of(2 * MEBIBYTE), 1));
      // what the others take with 10 GiB is minutes a round
      case USUAL -> withRounds(3, new CaseSize(10, 64 * MEBIBYTE, 3));
      case LONG -> withRounds(9, new CaseSize(10, GIBIBYTE, 1));
    };
  }

  private static PackagingSizes withRounds(int rounds, CaseSize compared) {
    return new PackagingSizes(
        GIBIBYTE,
        rounds,
        List.of(64 * MEBIBYTE, GIBIBYTE),
        new CaseSize(50, 20 * MEBIBYTE, rounds),
        new CaseSize(10, GIBIBYTE, rounds),
        compared,
        new OpeningSize(
            GIBIBYTE, List.of(MEBIBYTE, 64 * MEBIBYTE, GIBIBYTE, 4 * GIBIBYTE), rounds));
  }

  List<Figure> take(Workplace workplace) throws InterruptedException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(new TakenIn(workplace, intakeBytes, intakeRounds).take());
    figures.addAll(new IntakeHeap(workplace, intakeHeaps).take());
    figures.addAll(new ManyAtOnce(workplace, many).take());
    figures.add(new PackedCase(workplace, packed).take());
    figures.addAll(new ComparedContainers(workplace, compared).take());
    figures.addAll(new OpenedPackage(workplace, opened).take());
    return figures;
  }
}
