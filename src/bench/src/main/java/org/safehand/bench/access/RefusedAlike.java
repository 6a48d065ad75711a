package org.safehand.bench.access;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchStore;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.reading.Looks;
import org.safehand.referral.reading.ReadReferral;
import org.safehand.referral.refusal.Refused;
import org.safehand.store.Store;

/**
 * How long an agency's liaison waits for the refusal of another agency's case, against that of an
 * id that nobody ever gave out: both are asked in turn, so that what disturbs the machine disturbs
 * both. Asked is the use case on the store of the face towards people, with its row security and
 * the event of the denied attempt; what lies before it is the same for either.
 */
public final class RefusedAlike {
  private static final Goal ALIKE = Goal.ratioAtMost(1.05);
  private static final double NANOS_PER_MILLI = 1e6;

  private final Workplace workplace;
  private final AnswerSize size;
  private final Random random = new Random(7);

  public RefusedAlike(Workplace workplace, AnswerSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  private record Answers(List<Double> foreign, List<Double> unknown) {}

  /** Either over the other, so that both sides have a bound. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell("refusals of what is another agency's and of what is not there");
    try (BenchDatabase database = BenchDatabase.start(workplace);
        BenchStore store = BenchStore.openTowardsPeople(workplace, database, 2)) {
      return figures(measure(database, store));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      NotTaken why = NotTaken.because(e);
      return figures("", why, why);
    }
  }

  private List<Figure> figures(List<Answers> rounds) {
    Series foreign = medians(rounds.stream().map(Answers::foreign).toList());
    Series unknown = medians(rounds.stream().map(Answers::unknown).toList());
    double later =
        Ranks.greater(
            rounds.stream().flatMap(round -> round.foreign().stream()).toList(),
            rounds.stream().flatMap(round -> round.unknown().stream()).toList());
    return figures(
        "the foreign one was the slower in %.1f %% of all pairs of %d and %d"
            .formatted(
                100 * later, size.rounds() * size.questions(), size.rounds() * size.questions()),
        new Taken(foreign, new Peer("an id that nobody gave out", unknown)),
        new Taken(unknown, new Peer("another agency's case", foreign)));
  }

  private static List<Figure> figures(String note, Outcome foreign, Outcome unknown) {
    return List.of(
        new Figure("access.foreign-to-unknown", ALIKE, note, foreign),
        new Figure("access.unknown-to-foreign", ALIKE, "the same answers", unknown));
  }

  private static Series medians(List<List<Double>> rounds) {
    return new Series(
        "ms", rounds.stream().map(values -> new Series("ms", values).median()).toList());
  }

  private List<Answers> measure(BenchDatabase database, BenchStore opened) throws Exception {
    ForeignCases cases = new ForeignCases(database, opened);
    List<ReferralId> foreign = cases.make(size.cases());
    ReadReferral read = reading(opened.store());
    List<Answers> rounds = new ArrayList<>();
    for (int round = 0; round <= size.rounds(); round++) {
      rounds.add(round(read, foreign, cases));
    }
    return rounds.subList(1, rounds.size()); // the first warms up
  }

  private Answers round(ReadReferral read, List<ReferralId> foreign, ForeignCases cases) {
    Answers answers = new Answers(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < size.questions(); i++) {
      ReferralId theirs = foreign.get(random.nextInt(foreign.size()));
      ReferralId nothing = cases.unknown();
      boolean first = random.nextBoolean();
      if (first) {
        answers.foreign().add(refused(read, theirs));
      }
      answers.unknown().add(refused(read, nothing));
      if (!first) {
        answers.foreign().add(refused(read, theirs));
      }
    }
    return answers;
  }

  /** How long it took, in milliseconds. */
  private static double refused(ReadReferral read, ReferralId id) {
    long begin = System.nanoTime();
    var outcome = read.read(ForeignCases.STRANGER, id);
    double took = (System.nanoTime() - begin) / NANOS_PER_MILLI;
    if (!(outcome instanceof Refused)) {
      throw new IllegalStateException("shown: " + id);
    }
    return took;
  }

  private static ReadReferral reading(Store store) {
    Clock clock = Clock.systemUTC();
    Journal journal =
        new Journal(
            store.custodyRecorder(),
            new Ids(clock, new SecureRandom()),
            clock,
            new Instrument("gateway-1", "safehand", "0.1.0"));
    return new ReadReferral(
        new Attempts(store.unitOfWork(), journal),
        new CaseAccess(
            AccessPolicy.packaged(),
            store.bindings(),
            store.sessionEnds(),
            store.referrals(),
            store.dispatches(),
            store.glasses()),
        journal,
        new Looks(journal, clock));
  }
}
