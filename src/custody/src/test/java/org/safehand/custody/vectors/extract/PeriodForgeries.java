package org.safehand.custody.vectors.extract;

import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;

/** Periods of tag keys that do not begin where the events say, or under other keys. */
final class PeriodForgeries {
  private static final String OTHER = Digest.ofBytes(FixedRandom.seed("other")).base64();

  private final Suite suite;
  private final ExtractEdits links;
  private final ExtractEdits headers;

  PeriodForgeries(Suite suite) {
    this.suite = suite;
    this.links = new ExtractEdits(suite, ExtractVectors.LINKS);
    this.headers = new ExtractEdits(suite, ExtractVectors.HEADERS);
  }

  void make() {
    String own = links.find("\"key\":\"([^\"]*)\"");
    String first = "{\"first\":0,\"key\":\"" + own + "\"}";
    String place = "tag key 1";
    period("first-1", "tag key 0", first, first.replace("0,", "1,"), "the first one begins at 1");
    period("again", place, first, first + "," + other(0), "two that begin at 0");
    period("beyond", place, first, first + "," + other(4), "one that begins after the last event");
    headers.refuse(
        "period-after-another-event",
        ExtractFault.PERIOD,
        "event 1",
        first,
        first + "," + other(2),
        "a key that begins after an event that issues no extract");
    links.refuse(
        "period-of-the-same-key",
        ExtractFault.PERIOD,
        place,
        first,
        first + "," + first.replace("0,", "2,"),
        "one period said to be two: nobody changed the key");
    makeThree();
    makeLogged();
  }

  private static String other(int first) {
    return "{\"first\":" + first + ",\"key\":\"" + OTHER + "\"}";
  }

  private void period(String name, String at, String from, String to, String shows) {
    links.refuse("period-" + name, ExtractFault.PERIOD, at, from, to, shows);
  }

  private void makeThree() {
    ExtractEdits three = new ExtractEdits(suite, "ok-three-periods-links");
    String periods = three.list("periods");
    String[] each = periods.substring(1, periods.length() - 1).split("(?<=}),", -1);
    three.refuse(
        "period-order",
        ExtractFault.PERIOD,
        "tag key 2",
        each[1] + "," + each[2],
        each[2] + "," + each[1],
        "two periods in the other order");
    three.refuse(
        "period-missing", ExtractFault.TAG, "event 4", each[1] + ",", "", "a key left out");
    three.refuse(
        "period-late",
        ExtractFault.TAG,
        "event 4",
        each[1],
        each[1].replace("\"first\":4", "\"first\":5"),
        "a period said to begin an event later");
    three.refuse(
        "period-early",
        ExtractFault.TAG,
        "event 3",
        each[1],
        each[1].replace("\"first\":4", "\"first\":3"),
        "a period said to begin an event earlier");
    three.refuse(
        "period-other-key",
        ExtractFault.TAG,
        "event 4",
        each[1],
        "{\"first\":4,\"key\":\"" + OTHER + "\"}",
        "another key, where the event before is not open");
    ExtractEdits open = new ExtractEdits(suite, "ok-three-periods-headers");
    open.refuse(
        "period-open-other-key",
        ExtractFault.NEXT_KEY,
        "event 3",
        each[1],
        "{\"first\":4,\"key\":\"" + OTHER + "\"}",
        "another key, where the event before is open and commits to it");
    open.refuse(
        "period-open-missing",
        ExtractFault.PERIOD,
        "event 4",
        each[1] + ",",
        "",
        "no key of its own after an extract");
  }

  /** Keys that the gateway itself used wrongly. */
  private void makeLogged() {
    SampleChain kept = new SampleChain();
    kept.issued(ExtractLevel.LINKS);
    kept.subject.periods.remove(1);
    kept.subject.add(EventType.READ);
    logged("kept", ExtractFault.PERIOD, "event 4", kept, "a key that is kept after an extract");
    SampleChain swapped = new SampleChain();
    swapped.issued(ExtractLevel.LINKS);
    swapped.subject.periods.set(1, new TagPeriod(4, TagKey.ofBytes(FixedRandom.seed("other"))));
    swapped.subject.add(EventType.READ);
    logged(
        "uncommitted",
        ExtractFault.NEXT_KEY,
        "event 3",
        swapped,
        "a key that the extract before did not commit to");
    SampleChain bare = new SampleChain();
    bare.subject.add(EventType.EXTRACT_ISSUED);
    bare.subject.periods.add(new TagPeriod(4, bare.subject.nextKey));
    bare.subject.nextKey = TagKey.ofBytes(FixedRandom.seed("other"));
    bare.subject.add(EventType.READ);
    logged("bare", ExtractFault.PERIOD, "event 3", bare, "an issuing without its facts");
  }

  private void logged(String name, ExtractFault fault, String at, SampleChain chain, String shows) {
    ExtractVectors.refuse(
        suite, "period-" + name, fault, at, chain.issued(ExtractLevel.HEADERS), shows);
  }
}
