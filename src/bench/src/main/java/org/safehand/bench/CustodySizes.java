package org.safehand.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.extraction.ExtractSize;
import org.safehand.bench.extraction.ExtractedCase;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.recording.RecordedEvents;
import org.safehand.bench.recording.RecordingSize;
import org.safehand.bench.sequencing.BacklogSize;
import org.safehand.bench.sequencing.DrainedBacklog;
import org.safehand.bench.sequencing.LoadSize;
import org.safehand.bench.sequencing.PublishLatency;
import org.safehand.bench.server.Workplace;
import org.safehand.bench.verification.LogSize;
import org.safehand.bench.verification.VerifiedEntries;
import org.safehand.bench.verification.VerifiedSignatures;

/** How much each figure of the custody log does. */
record CustodySizes(
    RecordingSize recording,
    LoadSize load,
    BacklogSize backlog,
    LogSize log,
    int signatures,
    ExtractSize extract) {
  static CustodySizes of(Extent extent) {
    return switch (extent) {
      case SMOKE ->
          new CustodySizes(
              new RecordingSize(4, 8, Duration.ofMillis(200), 1),
              new LoadSize(50, Duration.ofMillis(200), Duration.ofSeconds(1)),
              new BacklogSize(300, 1),
              new LogSize(List.of(300L, 600L), 1),
              300,
              new ExtractSize(20, 600, 1));
      case USUAL ->
          new CustodySizes(
              new RecordingSize(32, 1000, Duration.ofSeconds(5), 5),
              new LoadSize(200, Duration.ofSeconds(5), Duration.ofSeconds(20)),
              new BacklogSize(30_000, 3),
              new LogSize(List.of(10_000L, 100_000L, 1_000_000L), 5),
              100_000,
              new ExtractSize(200, 1_000_000, 15));
      case LONG ->
          new CustodySizes(
              new RecordingSize(32, 1000, Duration.ofSeconds(15), 7),
              new LoadSize(200, Duration.ofSeconds(10), Duration.ofMinutes(2)),
              new BacklogSize(100_000, 5),
              new LogSize(List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L), 5),
              1_000_000,
              new ExtractSize(200, 1_000_000, 50));
    };
  }

  List<Figure> take(Workplace workplace) throws InterruptedException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(new RecordedEvents(workplace, recording).take());
    figures.addAll(new PublishLatency(workplace, load).take());
    figures.add(new DrainedBacklog(workplace, backlog).take());
    figures.addAll(new VerifiedEntries(workplace, log).take());
    figures.add(new VerifiedSignatures(workplace, signatures, log.rounds()).take());
    figures.addAll(new ExtractedCase(workplace, extract).take());
    return figures;
  }
}
