package org.safehand.custody.extract;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;

/**
 * What the event {@code extract-issued} says, in the facts of its header.
 *
 * @param end the number of events, the head before, the commitment to the next tag key
 * @param level the highest level to which the extract was opened
 * @param toDate whether the next tag key is revealed with it
 */
public record ExtractIssued(PeriodEnd end, ExtractLevel level, boolean toDate) {
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Set<String> FACTS = Set.of("count", "head", "level", "nextTagKey", "toDate");

  public ExtractIssued {
    requireNonNull(end, "end is null");
    requireNonNull(level, "level is null");
  }

  /** Adds the facts to {@code header}. */
  public EventHeader.Builder addTo(EventHeader.Builder header) {
    return header
        .fact("count", Long.toString(end.count()))
        .fact("head", end.head())
        .fact("level", level.wire())
        .fact("nextTagKey", end.nextTagKey())
        .fact("toDate", Boolean.toString(toDate));
  }

  /** What {@code header} says, if it is the header of such an event in its only spelling. */
  public static Optional<ExtractIssued> of(EventHeader header) {
    if (header.type() != EventType.EXTRACT_ISSUED || !header.facts().keySet().equals(FACTS)) {
      return Optional.empty();
    }
    Optional<Long> count =
        header.fact("count").filter(t -> COUNT.matcher(t).matches()).map(Long::valueOf);
    Optional<Digest> head = header.fact("head").flatMap(Digest::parseHex);
    Optional<Digest> next = header.fact("nextTagKey").flatMap(Digest::parseHex);
    Optional<ExtractLevel> level = header.fact("level").flatMap(ExtractLevel::ofWire);
    Optional<Boolean> toDate = header.fact("toDate").flatMap(ExtractIssued::truth);
    return count.filter(number -> number >= 2).isPresent()
            && head.isPresent()
            && next.isPresent()
            && level.isPresent()
            && toDate.isPresent()
        ? Optional.of(
            new ExtractIssued(
                new PeriodEnd(count.get(), head.get(), next.get()), level.get(), toDate.get()))
        : Optional.empty();
  }

  private static Optional<Boolean> truth(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }
}
