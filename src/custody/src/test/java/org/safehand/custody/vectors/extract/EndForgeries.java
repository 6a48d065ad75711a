package org.safehand.custody.vectors.extract;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;

/** Extracts whose last event is not their issuing, or says something else of them. */
final class EndForgeries {
  private static final Digest OTHER = Digest.ofBytes(FixedRandom.seed("other"));
  private static final String LAST = "event 3";

  private final Suite suite;

  EndForgeries(Suite suite) {
    this.suite = suite;
  }

  void make() {
    makeLast();
    makeFacts();
    makeStatements();
    makeLevels();
    makeNextKeys();
  }

  private void refuse(String name, ExtractFault fault, String at, Extract extract, String shows) {
    ExtractVectors.refuse(suite, name, fault, at, extract, shows);
  }

  private void makeLast() {
    SampleChain read = new SampleChain();
    read.subject.add(EventType.READ);
    refuse(
        "end-another-event",
        ExtractFault.END,
        LAST,
        read.subject.extract(ExtractLevel.LINKS),
        "an event that issues nothing is the last");
    SampleChain cut = new SampleChain();
    cut.issued(ExtractLevel.LINKS);
    cut.subject.add(EventType.READ);
    refuse(
        "end-not-last",
        ExtractFault.END,
        "event 4",
        cut.subject.extract(ExtractLevel.LINKS),
        "an event after the issuing");
    SampleChain lost = new SampleChain();
    lost.subject.issue(ExtractLevel.DETAILS, false);
    lost.subject.lose(3);
    refuse(
        "end-lost",
        ExtractFault.END,
        LAST,
        lost.subject.extract(ExtractLevel.LINKS),
        "the last event is said to be lost");
  }

  private Map<String, String> facts(SampleChain chain) {
    EventHeader header =
        chain
            .subject
            .issued(ExtractLevel.DETAILS, false)
            .addTo(chain.header(EventType.EXTRACT_ISSUED))
            .build();
    return new LinkedHashMap<>(header.facts());
  }

  private void fact(String name, EventType type, UnaryOperator<Map<String, String>> change) {
    SampleChain chain = new SampleChain();
    EventHeader.Builder header = chain.header(type);
    change.apply(facts(chain)).forEach(header::fact);
    chain.subject.add(header);
    refuse(
        "facts-" + name,
        ExtractFault.END,
        LAST,
        chain.subject.extract(ExtractLevel.LINKS),
        "facts that are not exactly those of an issuing");
  }

  private void changed(String name, String fact, UnaryOperator<String> change) {
    fact(
        name,
        EventType.EXTRACT_ISSUED,
        facts -> {
          facts.computeIfPresent(fact, (same, value) -> change.apply(value));
          return facts;
        });
  }

  private void makeFacts() {
    fact("none", EventType.EXTRACT_ISSUED, facts -> Map.of());
    fact("of-a-read", EventType.READ, facts -> facts);
    fact(
        "more",
        EventType.EXTRACT_ISSUED,
        facts -> {
          facts.put("more", "1");
          return facts;
        });
    for (String fact : new String[] {"count", "head", "level", "nextTagKey", "toDate"}) {
      fact(
          "without-" + fact.toLowerCase(Locale.ROOT),
          EventType.EXTRACT_ISSUED,
          facts -> {
            facts.remove(fact);
            return facts;
          });
    }
    changed("count-zero-before", "count", count -> "0" + count);
    changed("count-plus", "count", count -> "+" + count);
    changed("count-empty", "count", count -> "");
    changed("count-1", "count", count -> "1");
    changed("count-10-digits", "count", count -> "1000000000");
    changed("head-capital", "head", head -> head.toUpperCase(Locale.ROOT));
    changed("head-short", "head", head -> head.substring(2));
    changed("key-base64", "nextTagKey", key -> OTHER.base64());
    changed("level-unknown", "level", level -> "detail");
    changed("date-yes", "toDate", date -> "yes");
    changed("date-capital", "toDate", date -> "False");
  }

  private Extract saying(UnaryOperator<ExtractIssued> forged, boolean toDate) {
    SampleChain chain = new SampleChain();
    chain.subject.forgeIssued = forged;
    chain.subject.issue(ExtractLevel.DETAILS, toDate);
    return chain.subject.whole().reduced(ExtractLevel.LINKS, toDate);
  }

  private static ExtractIssued with(ExtractIssued good, long count, Digest head, Digest nextKey) {
    return new ExtractIssued(new PeriodEnd(count, head, nextKey), good.level(), good.toDate());
  }

  private void makeStatements() {
    for (int count : new int[] {3, 5}) {
      refuse(
          "count-" + count,
          ExtractFault.COUNT,
          LAST,
          saying(good -> with(good, count, good.end().head(), good.end().nextTagKey()), false),
          "the issuing counts " + count + " events where there are 4");
    }
    refuse(
        "head-other",
        ExtractFault.HEAD,
        LAST,
        saying(good -> with(good, 4, OTHER, good.end().nextTagKey()), false),
        "the issuing names another head than the event before it");
    SampleChain alone = new SampleChain();
    ExtractEdits good = new ExtractEdits(suite, ExtractVectors.LINKS);
    String before = good.event(0) + "," + good.event(1) + "," + good.event(2) + ",";
    good.refuse(
        "issuing-alone", ExtractFault.SEQUENCE, "event 0", before, "", "the last event alone");
    alone.subject.events.clear();
    alone.subject.add(
        with(new SampleChain().subject.issued(ExtractLevel.LINKS, false), 2, OTHER, OTHER)
            .addTo(alone.header(EventType.EXTRACT_ISSUED)));
    refuse(
        "issuing-first",
        ExtractFault.COUNT,
        "event 0",
        alone.subject.extract(ExtractLevel.LINKS),
        "an issuing as the first event of its case");
  }

  private void makeLevels() {
    SampleChain links = new SampleChain();
    links.subject.issue(ExtractLevel.LINKS, false);
    SampleChain headers = new SampleChain();
    headers.subject.issue(ExtractLevel.HEADERS, false);
    String shows = "more is open than was issued";
    String at = "the extract";
    refuse(
        "level-headers-of-links",
        ExtractFault.LEVEL,
        at,
        links.subject.extract(ExtractLevel.HEADERS),
        shows);
    refuse(
        "level-details-of-headers",
        ExtractFault.LEVEL,
        at,
        headers.subject.extract(ExtractLevel.DETAILS),
        shows);
  }

  private void makeNextKeys() {
    SampleChain hidden = new SampleChain();
    hidden.subject.issue(ExtractLevel.DETAILS, false);
    refuse(
        "next-key-unrecorded",
        ExtractFault.NEXT_KEY,
        "the extract",
        hidden.subject.whole().reduced(ExtractLevel.LINKS, true),
        "the key of what follows, though the issuing does not say that it is shown");
    refuse(
        "next-key-uncommitted",
        ExtractFault.NEXT_KEY,
        LAST,
        saying(good -> with(good, 4, good.end().head(), OTHER), true),
        "the issuing commits to another key");
    ExtractEdits toDate = new ExtractEdits(suite, ExtractVectors.TO_DATE);
    toDate.refuse(
        "next-key-other",
        ExtractFault.NEXT_KEY,
        LAST,
        toDate.find("\"nextTagKey\":\"([^\"]{44})\""),
        OTHER.base64(),
        "another key than the issuing commits to");
  }
}
