package org.safehand.custody.vectors.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.SampleLog;
import org.safehand.custody.vectors.log.TestKey;

/** Requests that a witness cosigns. */
final class WitnessGrowth {
  private static final List<TestKey> KEYS = List.of(TestKey.LOG, TestKey.RETIRED);

  private final Suite suite;

  WitnessGrowth(Suite suite) {
    this.suite = suite;
  }

  void make() throws IOException {
    SampleLog five = WitnessVectors.FIVE;
    SampleLog eleven = WitnessVectors.ELEVEN;
    grows("worked-example", five, eleven, "the checkpoint of 11 entries continues that of 5");
    SampleLog none = new SampleLog(0);
    String first = WitnessVectors.request(0, List.of(), five.checkpoint());
    ok("first", "", five, first, "nothing was cosigned before: no proof");
    String empty = WitnessVectors.request(0, List.of(), none.checkpoint());
    ok("first-empty", "", none, empty, "an empty log, and nothing before");
    ok("empty-again", WitnessVectors.cosigned(none), none, empty, "an empty log again");
    ok("from-empty", WitnessVectors.cosigned(none), five, first, "an empty log before: no proof");
    String again = WitnessVectors.request(5, List.of(), five.checkpoint());
    ok("same-again", WitnessVectors.cosigned(five), five, again, "the same checkpoint: no proof");
    grows("from-one", new SampleLog(1), eleven, "from one entry");
    grows("from-a-power-of-two", new SampleLog(8), eleven, "whose root is not in the proof");
    grows("by-one", new SampleLog(10), eleven, "by one entry");
    makeLines();
    makeOtherWitness();
  }

  private void grows(String name, SampleLog from, SampleLog to, String shows) throws IOException {
    long old = Long.parseLong(from.text().split("\n", -1)[1]);
    ok(
        name,
        WitnessVectors.cosigned(from),
        to,
        WitnessVectors.request(old, WitnessVectors.growth(to, old), to.checkpoint()),
        shows);
  }

  /** Cosigned, and kept with the lines of the request. */
  private void ok(String name, String last, SampleLog log, String request, String shows) {
    String kept = request.substring(request.indexOf("\n\n") + 2);
    ok(name, TestKey.WITNESS, KEYS, last, log, request, kept, shows);
  }

  private void ok(
      String name,
      TestKey witness,
      List<TestKey> keys,
      String last,
      SampleLog log,
      String request,
      String kept,
      String shows) {
    String line = witness.line(log.text());
    suite.put(
        "ok-" + name,
        WitnessVectors.asked(Vector.ok(shows), witness, keys, last, request.getBytes(UTF_8))
            .with("answer", line)
            .with("kept", kept + line));
  }

  private void lines(String name, List<TestKey> keys, String lines, String kept, String shows) {
    String text = WitnessVectors.FIVE.text() + "\n";
    String request = WitnessVectors.request(0, List.of(), text + lines);
    ok(name, TestKey.WITNESS, keys, "", WitnessVectors.FIVE, request, text + kept, shows);
  }

  private void makeLines() {
    String text = WitnessVectors.FIVE.text();
    String log = TestKey.LOG.line(text);
    String retired = TestKey.RETIRED.line(text);
    String stranger = TestKey.STRANGER.line(text);
    lines("other-known-key", KEYS, retired, retired, "another key that the witness knows");
    lines("both-keys", KEYS, retired + log, retired + log, "both keys, kept in their order");
    lines("stranger-dropped", KEYS, stranger + log, log, "a line of a stranger, which is not kept");
    String forged = TestKey.STRANGER.line(WitnessVectors.ELEVEN.text());
    lines("stranger-forged", KEYS, log + forged, log, "a stranger's line that does not hold");
    String own = TestKey.WITNESS.cosignature(text, TestKey.TIME - 1);
    lines("own-line-dropped", KEYS, log + own, log, "the witness's line of before, not kept");
    lines("line-twice", KEYS, log + log, log, "the same line twice, kept once");
    List<TestKey> quantum = List.of(TestKey.LOG, TestKey.LOG_ML_DSA);
    String mlDsa = TestKey.LOG_ML_DSA.line(text);
    String later = TestKey.LOG_ML_DSA.cosignature(text, TestKey.TIME + 1);
    lines("ml-dsa-log", quantum, log + mlDsa + later, log + mlDsa, "two of one key: the first");
    StringBuilder sixteen = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      sixteen.append(new TestKey("witness.example.org/n" + i, 4, "n" + i).line(text));
    }
    lines("sixteen-lines", KEYS, sixteen + log, log, "as many lines as are read");
  }

  private void makeOtherWitness() {
    SampleLog five = WitnessVectors.FIVE;
    ok(
        "ml-dsa-witness",
        TestKey.WITNESS_ML_DSA,
        KEYS,
        "",
        five,
        WitnessVectors.request(0, List.of(), five.checkpoint()),
        five.checkpoint(),
        "a witness with ML-DSA-44");
  }
}
