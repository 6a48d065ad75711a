package org.safehand.custody.vectors.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.Policy;
import org.safehand.custody.vectors.log.TestKey;

/** Good events under a checkpoint that is not one of the trusted log. */
final class CheckpointForgeries {
  private final Suite suite;
  private final Extract good = new SampleChain().issued(ExtractLevel.LINKS);
  private final String text = good.checkpoint().text();

  CheckpointForgeries(Suite suite) {
    this.suite = suite;
  }

  void make() throws ExtractException {
    String log = TestKey.LOG.line(text);
    String witness = TestKey.WITNESS.line(text);
    Extract witnessed = under(text + "\n" + log + witness);
    ExtractVectors.ok(
        suite, "witnessed", Policy.WITNESSED, witnessed, "a witness cosigned, one is asked");
    String second = TestKey.SECOND_WITNESS.line(text);
    ExtractVectors.ok(
        suite,
        "witnessed-by-two",
        Policy.WITNESSED,
        under(text + "\n" + second + log + witness),
        "two witnesses cosigned, in another order");
    refuse("no-witness", Policy.WITNESSED, text + "\n" + log, "one witness is asked");
    refuse("witness-alone", Policy.WITNESSED, text + "\n" + witness, "the log did not sign");
    refuse("witness-untrusted", Policy.LOG, text + "\n" + log + witness, "an unknown line");
    String stranger = TestKey.STRANGER.line(text);
    refuse("stranger", Policy.LOG, text + "\n" + stranger, "only a stranger signed");
    refuse(
        "stranger-beside", Policy.LOG, text + "\n" + log + stranger, "a stranger beside the log");
    refuse("retired-key", Policy.LOG, text + "\n" + TestKey.RETIRED.line(text), "another key");
    refuse("line-twice", Policy.LOG, text + "\n" + log + log, "the line of the log twice");
    String larger = text.replace("\n6\n", "\n7\n");
    refuse("size-altered", Policy.LOG, larger + "\n" + log, "a size that was not signed");
    String other = text.replace(TestKey.ORIGIN, "example.org");
    refuse("other-log", Policy.LOG, other + "\n" + TestKey.LOG.line(other), "of another log");
    String extended = text + "extension\n";
    refuse("extension", Policy.LOG, extended + "\n" + TestKey.LOG.line(extended), "a fourth line");
    ExtractVectors.refuse(
        suite,
        "checkpoint-other-tree",
        ExtractFault.INCLUSION,
        "event 0",
        under(otherTree()),
        "a good checkpoint of the log at another size");
  }

  private String otherTree() {
    SampleChain chain = new SampleChain();
    chain.issued(ExtractLevel.LINKS);
    chain.foreign();
    return chain.log.checkpoint().toString();
  }

  private void refuse(String name, Policy policy, String note, String shows) {
    suite.put(
        "checkpoint-" + name,
        policy
            .in(Vector.refused(ExtractFault.CHECKPOINT.code(), shows))
            .at("the checkpoint")
            .with(ExtractVectors.EXTRACT, under(note).bytes()));
  }

  private Extract under(String note) {
    try {
      return new Extract(
          good.caseId(),
          good.level(),
          SignedNote.parse(note.getBytes(UTF_8)),
          good.periods(),
          good.nextTagKey(),
          good.events());
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }
}
