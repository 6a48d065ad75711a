package org.safehand.custody.vectors.extract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;

/** Events that the log holds and that are not one chain of one case. */
final class ChainForgeries {
  private static final Digest OTHER = Digest.ofBytes(FixedRandom.seed("other"));

  private final Suite suite;
  private final ExtractEdits links;

  ChainForgeries(Suite suite) {
    this.suite = suite;
    this.links = new ExtractEdits(suite, ExtractVectors.LINKS);
  }

  void make() {
    String start = "{\"case\":\"" + Parts.CASE + "\",\"checkpoint\":";
    links.refuse(
        "case-of-the-extract",
        ExtractFault.CASE,
        "event 0",
        start,
        start.replace(Parts.CASE.toString(), SampleChain.otherCase().toString()),
        "the extract says that it is of another case");
    logged(
        "case-other",
        ExtractFault.CASE,
        link -> new EventLink(SampleChain.otherCase(), link.caseSequence(), link.previousLeaf()),
        "an event of another case in its place");
    logged(
        "number-left-out",
        ExtractFault.SEQUENCE,
        link -> new EventLink(link.caseId(), 4, link.previousLeaf()),
        "the gateway itself left a number out");
    SampleChain tagged = new SampleChain();
    TagKey key = tagged.subject.key();
    tagged.subject.forgeLink = link -> new EventLink(link.caseId(), 4, link.previousLeaf());
    tagged.subject.forgeLeaf =
        leaf ->
            BlindLeaf.of(
                    leaf.toString()
                        .replace(key.tag(4).base64(), key.tag(3).base64())
                        .getBytes(US_ASCII))
                .orElseThrow();
    tagged.subject.add(EventType.READ);
    ExtractVectors.refuse(
        suite,
        "number-other-than-tagged",
        ExtractFault.SEQUENCE,
        "event 3",
        tagged.issued(ExtractLevel.LINKS),
        "a number left out, though the leaf is tagged with it");
    logged(
        "number-again",
        ExtractFault.SEQUENCE,
        link -> new EventLink(link.caseId(), 2, link.previousLeaf()),
        "the gateway itself used a number again");
    logged(
        "previous-other",
        ExtractFault.PREVIOUS,
        link -> new EventLink(link.caseId(), link.caseSequence(), OTHER),
        "a link that names no leaf of the case");
    SampleChain skipping = new SampleChain();
    Digest second = skipping.subject.events.get(1).leaf().leafHash();
    skipping.subject.forgeLink = link -> new EventLink(link.caseId(), link.caseSequence(), second);
    skipping.subject.add(EventType.READ);
    ExtractVectors.refuse(
        suite,
        "previous-but-one",
        ExtractFault.PREVIOUS,
        "event 3",
        skipping.issued(ExtractLevel.LINKS),
        "a link that names the leaf before the one before");
    makeMissing();
    makeTags();
  }

  private void logged(
      String name, ExtractFault fault, UnaryOperator<EventLink> forged, String shows) {
    SampleChain chain = new SampleChain();
    chain.subject.forgeLink = forged;
    chain.subject.add(EventType.READ);
    ExtractVectors.refuse(suite, name, fault, "event 3", chain.issued(ExtractLevel.LINKS), shows);
  }

  private void makeMissing() {
    missing(0, "event 0", "the first event left out");
    missing(1, "event 1", "an event left out");
    missing(2, "event 2", "the last event before the issuing left out");
    links.refuse(
        "swapped",
        ExtractFault.SEQUENCE,
        "event 1",
        links.event(1) + "," + links.event(2),
        links.event(2) + "," + links.event(1),
        "two events in the other order");
    links.refuse(
        "twice",
        ExtractFault.INDEX,
        "event 2",
        links.event(1),
        links.event(1) + "," + links.event(1),
        "an event twice");
  }

  private void missing(int event, String at, String shows) {
    links.refuse(
        "missing-" + event, ExtractFault.SEQUENCE, at, links.event(event) + ",", "", shows);
  }

  private void makeTags() {
    SampleChain chain = new SampleChain();
    chain.subject.forgeKey = Optional.of(TagKey.ofBytes(OTHER.bytes()));
    chain.subject.add(EventType.READ);
    ExtractVectors.refuse(
        suite,
        "tag-of-another-key",
        ExtractFault.TAG,
        "event 3",
        chain.issued(ExtractLevel.LINKS),
        "an event that the case's key does not find in the log");
    String key = links.find("\"key\":\"([^\"]*)\"");
    links.refuse("key-other", ExtractFault.TAG, "event 0", key, OTHER.base64(), "another tag key");
  }
}
