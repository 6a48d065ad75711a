package org.safehand.custody.vectors.extract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;

/**
 * Single events that are not in the log as they stand there, or are open otherwise than as said.
 */
final class EventForgeries {
  private static final String OTHER = Digest.ofBytes(FixedRandom.seed("other")).base64();
  private static final String PLACE = "event 1";

  private final Suite suite;
  private final ExtractEdits links;
  private final ExtractEdits headers;
  private final ExtractEdits details;

  EventForgeries(Suite suite) {
    this.suite = suite;
    this.links = new ExtractEdits(suite, ExtractVectors.LINKS);
    this.headers = new ExtractEdits(suite, ExtractVectors.HEADERS);
    this.details = new ExtractEdits(suite, ExtractVectors.DETAILS);
  }

  void make() {
    makeInclusion();
    makeParts();
    makeTime();
    makeLevels();
  }

  private void included(String name, String from, String to, String shows) {
    links.refuseEvent(name, ExtractFault.INCLUSION, PLACE, 1, from, to, shows);
  }

  private void makeInclusion() {
    String index = "\"index\":2,";
    links.refuseEvent(
        "index-twice", ExtractFault.INDEX, PLACE, 1, index, "\"index\":1,", "of event 0 too");
    included("index-other", index, "\"index\":3,", "the place of another leaf");
    included("index-is-size", index, "\"index\":7,", "the size of the tree");
    included("index-beyond", index, "\"index\":9007199254740991,", "far beyond the tree");
    String proof = links.member(1, "proof");
    String hash = proof.substring(2, 46);
    included("proof-other", hash, OTHER, "another hash in the proof");
    included("proof-without-first", "\"" + hash + "\",", "", "a hash less");
    included(
        "proof-longer", "\"" + hash + "\"", "\"" + hash + "\",\"" + OTHER + "\"", "a hash more");
    included("proof-empty", proof, "[]", "none");
    for (String member : new String[] {"d", "h", "tag"}) {
      String found = links.find("\"index\":2,\"leaf\":..*?\"" + member + "\":\"([^\"]*)\"");
      included("leaf-other-" + member, found, OTHER, "a leaf that the log does not hold");
    }
    included("leaf-other-second", "T03:52:00Z", "T03:52:01Z", "a leaf with another second");
  }

  private void makeParts() {
    for (String part : new String[] {"link", "header", "detail"}) {
      String salt = details.member(1, part).substring(9, 53);
      details.refuseEvent(
          part + "-other-salt", ExtractFault.PART, PLACE, 1, salt, OTHER, "another salt");
    }
    details.refuseEvent(
        "header-other", ExtractFault.PART, PLACE, 1, "\"S-1042\"", "\"S-1043\"", "somebody else");
    details.refuseEvent(
        "header-other-millisecond",
        ExtractFault.PART,
        PLACE,
        1,
        "00.123Z\",\"offset\"",
        "00.124Z\",\"offset\"",
        "a millisecond later, in the same second");
    details.refuseEvent(
        "detail-other", ExtractFault.PART, PLACE, 1, "\"A. Name\"", "\"B. Name\"", "another name");
    links.refuseEvent(
        "link-other",
        ExtractFault.PART,
        PLACE,
        1,
        "\"sequence\":1,",
        "\"sequence\":2,",
        "a link to another place");
  }

  private void makeTime() {
    details.refuseEvent(
        "header-other-second",
        ExtractFault.TIME,
        PLACE,
        1,
        "00.123Z\",\"offset\"",
        "01.123Z\",\"offset\"",
        "a second later");
    SampleChain chain = new SampleChain();
    chain.subject.forgeLeaf =
        leaf ->
            BlindLeaf.of(leaf.toString().replace("T03:52:02Z", "T03:52:03Z").getBytes(US_ASCII))
                .orElseThrow();
    chain.subject.add(EventType.READ);
    ExtractVectors.refuse(
        suite,
        "time-other-than-logged",
        ExtractFault.TIME,
        "event 3",
        chain.issued(ExtractLevel.HEADERS),
        "the log holds a leaf that shows another second than the header it commits to");
  }

  private void level(String name, ExtractEdits base, int event, String from, String to) {
    base.refuseEvent(
        name,
        ExtractFault.LEVEL,
        "event " + event,
        event,
        from,
        to,
        "more or less open than the level says");
  }

  private void makeLevels() {
    for (int event : new int[] {1, 3}) {
      String header = part(headers, event, "header");
      level("header-closed-" + event, headers, event, header, "");
      String detail = part(details, event, "detail");
      level("detail-closed-" + event, details, event, detail, "");
      level("detail-open-" + event, headers, event, "{\"header\"", "{" + detail + "\"header\"");
    }
    level("header-open", links, 1, "{\"index\"", "{" + part(headers, 1, "header") + "\"index\"");
    level("last-header-closed", links, 3, part(links, 3, "header"), "");
    String last = part(details, 3, "detail");
    level("last-detail-open", links, 3, "{\"header\"", "{" + last + "\"header\"");
    level("detail-alone", links, 1, "{\"index\"", "{" + part(details, 1, "detail") + "\"index\"");
    String as = "],\"level\":\"details\"";
    String lower = "],\"level\":\"headers\"";
    details.refuse("level-lower", ExtractFault.LEVEL, "event 0", as, lower, "more is open");
    headers.refuse("level-higher", ExtractFault.LEVEL, "event 0", lower, as, "less is open");
  }

  /** The text of one part with the comma after it. */
  private static String part(ExtractEdits edits, int event, String name) {
    return "\"" + name + "\":" + edits.member(event, name) + ",";
  }
}
