package org.safehand.custody.vectors.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.completeness.SampleCase;
import org.safehand.custody.completeness.SampleLog;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.FileSet;
import org.safehand.custody.vectors.log.Policy;
import org.safehand.custody.vectors.log.Scratch;

/** Good extracts beside a whole log, in which the case may stand otherwise. */
final class LogComparisons {
  private final Suite suite;

  LogComparisons(Suite suite) {
    this.suite = suite;
  }

  void make() throws Exception {
    makeGood();
    makeOtherLogs();
    makeForks();
    makeContinued();
  }

  private static Vector beside(Vector vector, Extract extract, SampleLog log)
      throws IOException, NoteException {
    Vector with = Policy.LOG.in(vector).with(ExtractVectors.EXTRACT, extract.bytes());
    try (Scratch scratch = new Scratch()) {
      Path folder = log.export(scratch.folder().resolve("log"));
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        with = FileSet.put(with, folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return with;
  }

  private void ok(String name, Extract extract, SampleLog log, String shows) throws Exception {
    Vector vector = beside(Vector.ok(shows), extract, log);
    try (Scratch scratch = new Scratch()) {
      FileSet.of(vector, suite).writeTo(scratch.folder());
      suite.put(
          "ok-log-" + name,
          ExtractResults.in(
              vector,
              ExtractVerifier.verify(extract.bytes(), Policy.of(vector), scratch.folder())));
    }
  }

  private void refuse(
      String name, ExtractFault fault, String at, Extract extract, SampleLog log, String shows)
      throws IOException, NoteException {
    suite.put("log-" + name, beside(Vector.refused(fault.code(), shows).at(at), extract, log));
  }

  private static Extract toDate(SampleChain chain, int events) {
    return chain.subject.whole(events).reduced(ExtractLevel.LINKS, true);
  }

  private void makeGood() throws Exception {
    SampleChain same = new SampleChain();
    Extract extract = same.issued(ExtractLevel.LINKS);
    ok("same", extract, same.log, "the log of the extract's own checkpoint");
    same.foreign();
    same.subject.add(EventType.READ);
    ok("grown", extract, same.log, "a larger log; nobody can tell whether the case goes on");
    SampleChain dated = new SampleChain();
    dated.subject.issue(ExtractLevel.LINKS, true);
    Extract toDate = toDate(dated, 4);
    dated.foreign();
    ok("to-date", toDate, dated.log, "with the next key: the case does not go on");
    dated.subject.add(EventType.READ);
    dated.subject.add(EventType.READ);
    ok("later", toDate, dated.log, "with the next key: two later events");
    dated.subject.issue(ExtractLevel.LINKS, false);
    dated.subject.add(EventType.READ);
    ok(
        "later-extract",
        toDate,
        dated.log,
        "what follows a later extract stands under a key that this one does not show");
  }

  private void makeOtherLogs() throws IOException, NoteException {
    SampleChain chain = new SampleChain();
    SampleChain before = new SampleChain();
    Extract extract = chain.issued(ExtractLevel.LINKS);
    refuse(
        "smaller",
        ExtractFault.LOG_SMALLER,
        "the log",
        extract,
        before.log,
        "a log that does not reach the extract's checkpoint: undecidable");
    SampleChain view = new SampleChain();
    for (int i = 0; i < 3; i++) {
      view.foreign();
    }
    refuse(
        "other-view",
        ExtractFault.LOG_ROOT,
        "the log at size 6",
        extract,
        view.log,
        "a log that shows something else where the issuing stands");
    SampleChain neighbours = new SampleChain(100);
    neighbours.issued(ExtractLevel.LINKS);
    refuse(
        "other-view-of-others",
        ExtractFault.LOG_ROOT,
        "the log at size 6",
        extract,
        neighbours.log,
        "a log in which the case is the same and another one's entry is not");
    SampleChain moved = new SampleChain();
    moved.foreign();
    moved.issued(ExtractLevel.LINKS);
    refuse(
        "other-view-of-the-case",
        ExtractFault.LOG_ROOT,
        "the log at size 6",
        extract,
        moved.log,
        "a log in which the issuing stands an entry later");
    Vector broken =
        beside(
            Vector.refused(LogFault.FILE_UNEXPECTED.code(), "a log that does not hold by itself")
                .at("extra"),
            extract,
            chain.log);
    suite.put("log-broken", FileSet.put(broken, "extra", new byte[1]));
  }

  private void makeForks() throws IOException, NoteException {
    SampleChain late = new SampleChain();
    SampleCase second = late.twin(2);
    Extract extract = late.issued(ExtractLevel.LINKS);
    second.add(EventType.READ);
    String shows = "two events have the same number under the key of the case";
    refuse("forked-later", ExtractFault.FORKED, "event 2", extract, late.log, shows);
    SampleChain within = new SampleChain();
    within.twin(1).add(EventType.READ);
    refuse(
        "forked-within",
        ExtractFault.FORKED,
        "event 1",
        within.issued(ExtractLevel.LINKS),
        within.log,
        shows + ", both in the extract's tree");
    SampleChain early = new SampleChain();
    early.twin(3).add(EventType.READ);
    early.subject.add(EventType.READ);
    refuse(
        "forked-before",
        ExtractFault.FORKED,
        "event 3",
        early.issued(ExtractLevel.LINKS),
        early.log,
        shows + ", the other one first");
    SampleChain after = new SampleChain();
    after.subject.issue(ExtractLevel.LINKS, true);
    SampleCase twin = after.twin(4);
    after.subject.add(EventType.READ);
    twin.add(EventType.READ);
    refuse(
        "forked-after",
        ExtractFault.FORKED,
        "event 4",
        toDate(after, 4),
        after.log,
        "two events after the extract have the same number under the next key");
  }

  private void makeContinued() throws IOException, NoteException {
    SampleChain beside = new SampleChain();
    SampleCase twin = beside.twin(3);
    Extract extract = beside.issued(ExtractLevel.LINKS);
    twin.events.add(beside.subject.events.get(3));
    twin.add(EventType.READ);
    refuse(
        "continued",
        ExtractFault.CONTINUED,
        "event 4",
        extract,
        beside.log,
        "the case goes on under the key that ended with the extract");
    beside.subject.add(EventType.READ);
    beside.subject.issue(ExtractLevel.LINKS, false);
    refuse(
        "continued-earlier",
        ExtractFault.CONTINUED,
        "event 4",
        beside.subject.extract(ExtractLevel.LINKS),
        beside.log,
        "the case went on under the key that ended with an earlier extract");
  }
}
