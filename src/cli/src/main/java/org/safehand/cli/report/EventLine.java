package org.safehand.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.OpenedPart;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Principal;

/** One event whose header is open, in words. */
record EventLine(long number, EventHeader header, Optional<EventDetail> detail) {
  static final List<String> COLUMNS =
      List.of("event", "time (UTC)", "what", "who", "why", "result", "more");

  private static final String NOTHING = "—";
  private static final Set<EventType> WITH_THE_OTHER_SIDE =
      Set.of(
          EventType.TRANSMIT_DELIVERED,
          EventType.DELIVERY_RECEIPT,
          EventType.OPENING_RECEIPT,
          EventType.RETRIEVED,
          EventType.DISPOSITION,
          EventType.CLEARANCE);

  /** The events of {@code events} whose header is open. */
  static List<EventLine> of(List<ExtractEvent> events) {
    List<EventLine> lines = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof ExtractEvent.Opened opened && opened.header().isPresent()) {
        lines.add(
            new EventLine(
                i, opened.header().get().value(), opened.detail().map(OpenedPart::value)));
      }
    }
    return lines;
  }

  Set<Topic> topics() {
    return Topic.of(header);
  }

  List<String> cells() {
    return List.of(
        Long.toString(number),
        UtcText.millis(header.time()),
        header.type().wire(),
        who(),
        why(),
        result(),
        more());
  }

  String who() {
    String actor = principal(header.actor()) + name();
    return header
        .secondApprover()
        .map(second -> actor + "\nand " + principal(second))
        .orElse(actor);
  }

  private static String principal(Principal principal) {
    return principal.id()
        + ", "
        + principal.role()
        + ", "
        + principal.organisation()
        + " ("
        + principal.authentication()
        + ")";
  }

  private String name() {
    return detail.isEmpty()
        ? "\nname withheld at this level"
        : Optional.ofNullable(detail.get().texts().get("actorName"))
            .map(text -> "\n" + text)
            .orElse("");
  }

  String why() {
    return header.basis().map(EventLine::basis).orElse(NOTHING);
  }

  private static String basis(Basis basis) {
    return basis.purpose()
        + Optional.ofNullable(basis.legalBasis()).map(text -> "\nunder " + text).orElse("")
        + Optional.ofNullable(basis.authority()).map(text -> "\nauthority " + text).orElse("");
  }

  String result() {
    var outcome = header.outcome();
    return outcome.result().wire()
        + Optional.ofNullable(outcome.code()).map(code -> ": " + code).orElse("")
        + Optional.ofNullable(outcome.changeReason()).map(text -> "\nchange: " + text).orElse("")
        + Optional.ofNullable(outcome.correctionOf()).map(id -> "\ncorrects " + id).orElse("");
  }

  /** Who had what the event is about once it had happened. */
  String holder() {
    boolean other =
        WITH_THE_OTHER_SIDE.contains(header.type()) && header.counterparty().isPresent();
    return other
        ? header.counterparty().get().organisation() + " (a copy)"
        : header.actor().organisation();
  }

  /** The digests that the event states of its exhibit, before and after where it compared them. */
  String digests() {
    return header.exhibit().map(EventLine::digests).orElse(NOTHING);
  }

  private static String digests(ExhibitFacts exhibit) {
    if (exhibit.before() == null || exhibit.after() == null) {
      return "SHA-256 " + exhibit.sha256().hex();
    }
    return "before "
        + exhibit.before().hex()
        + "\nafter "
        + exhibit.after().hex()
        + (exhibit.before().equals(exhibit.after()) ? "\nequal" : "\nNOT EQUAL");
  }

  private String more() {
    List<String> more = new ArrayList<>();
    header.exhibit().ifPresent(exhibit -> more.add("exhibit " + exhibit.number()));
    header.counterparty().ifPresent(other -> more.add(counterparty(other)));
    header.facts().forEach((name, value) -> more.add(name + ": " + value));
    detail.ifPresent(
        known ->
            known
                .texts()
                .forEach(
                    (name, text) -> {
                      if (!name.equals("actorName")) {
                        more.add(name + ": " + text);
                      }
                    }));
    var tool = header.instrument();
    more.add("at " + tool.location() + " with " + tool.software() + " " + tool.version());
    more.add(
        "clock "
            + header.occasion().clock()
            + ", offset "
            + header.occasion().offsetMillis()
            + " ms");
    return more.stream().collect(Collectors.joining("\n"));
  }

  private static String counterparty(Counterparty other) {
    return "with " + other.organisation() + ", endpoint " + other.endpoint();
  }
}
