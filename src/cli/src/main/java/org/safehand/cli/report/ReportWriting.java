package org.safehand.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safehand.custody.completeness.LostRun;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.provenance.ExhibitFacts;

/** Puts a report together from a verified extract, and from nothing else. */
final class ReportWriting {
  private static final List<String> EXHIBIT_COLUMNS =
      List.of(
          "event", "time (UTC)", "what", "held by", "who", "why", "result", "digests", "concerns");

  private final VerifiedExtract verified;
  private final List<EventLine> lines;
  private final Openness openness;

  private ReportWriting(VerifiedExtract verified) {
    this.verified = requireNonNull(verified, "verified is null");
    this.lines = EventLine.of(verified.extract().events());
    this.openness = Openness.of(verified.extract().events());
  }

  /** The report that the program {@code tool} makes of {@code verified}. */
  static Report of(VerifiedExtract verified, String tool) {
    return new ReportWriting(verified).report(tool);
  }

  private Report report(String tool) {
    List<Section> sections = new ArrayList<>();
    sections.add(withheld());
    sections.addAll(exhibits());
    for (Topic topic : Topic.values()) {
      sections.add(topic(topic));
    }
    sections.add(chain());
    sections.add(Verification.section(verified));
    sections.add(Certificate.section(verified, tool));
    return new Report(
        "Custody report of case " + verified.extract().caseId(),
        Verification.facts(verified, tool),
        sections);
  }

  private Section withheld() {
    List<List<String>> rows = new ArrayList<>();
    if (openness.withheld() > 0) {
      rows.add(
          List.of(
              "headers of " + openness.withheld() + " events",
              "withheld at this level: who, what, when, why, digests"));
    }
    if (verified.extract().level() != ExtractLevel.DETAILS) {
      rows.add(
          List.of(
              "details of all " + verified.extract().events().size() + " events",
              "withheld at this level: names of persons, free text"));
    }
    return new Section(
        "withheld",
        "Withheld at this level",
        List.of(
            "The log commits to what is withheld: it can be shown later, and not otherwise than it"
                + " was recorded."),
        List.of("what", "how"),
        rows,
        Openness.NONE);
  }

  private List<Section> exhibits() {
    Set<String> numbers = new TreeSet<>();
    lines.forEach(
        line -> line.header().exhibit().map(ExhibitFacts::number).ifPresent(numbers::add));
    if (numbers.isEmpty()) {
      return List.of(
          new Section(
              "exhibits", "Exhibits", List.of(), EXHIBIT_COLUMNS, List.of(), openness.nothing()));
    }
    return numbers.stream().map(this::exhibit).toList();
  }

  private Section exhibit(String number) {
    List<String> text = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    boolean taken = false;
    for (EventLine line : lines) {
      boolean own =
          line.header().exhibit().filter(facts -> facts.number().equals(number)).isPresent();
      if (own && !taken) {
        text.add(description(line.header().exhibit().orElseThrow()));
        taken = true;
      }
      if (own || (taken && concernsAll(line))) {
        rows.add(row(line, own));
      }
    }
    return new Section(
        "exhibit-" + number, "Exhibit " + number, text, EXHIBIT_COLUMNS, rows, openness.nothing());
  }

  private static boolean concernsAll(EventLine line) {
    return line.header().exhibit().isEmpty()
        && (line.topics().contains(Topic.COURSE) || line.topics().contains(Topic.TRANSFER));
  }

  private static String description(ExhibitFacts exhibit) {
    StringBuilder text = new StringBuilder();
    text.append(exhibit.size()).append(" bytes, SHA-256 ").append(exhibit.sha256().hex());
    if (exhibit.secondDigest() != null) {
      text.append(", ").append(exhibit.secondDigest());
    }
    if (exhibit.derivedFrom() != null) {
      text.append(", derived from exhibit ").append(exhibit.derivedFrom());
    }
    return text.append('.').toString();
  }

  private static List<String> row(EventLine line, boolean own) {
    List<String> cells = line.cells();
    return List.of(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        line.holder(),
        line.who(),
        line.why(),
        line.result(),
        line.digests(),
        own ? "this exhibit" : "the whole case");
  }

  private Section topic(Topic topic) {
    List<List<String>> rows = new ArrayList<>();
    if (topic == Topic.LOSS) {
      verified.lost().forEach(run -> rows.add(lost(run)));
    }
    lines.stream()
        .filter(line -> line.topics().contains(topic))
        .forEach(line -> rows.add(line.cells()));
    return new Section(
        topic.id(), topic.title(), List.of(), EventLine.COLUMNS, rows, openness.nothing());
  }

  private static List<String> lost(LostRun run) {
    return List.of(
        run.first() + " to " + (run.first() + run.count() - 1),
        "—",
        "lost",
        "—",
        "—",
        "—",
        "Only the log still knows of these events; the restore recorded as event "
            + run.restored()
            + " names them.");
  }

  private Section chain() {
    List<List<String>> rows = new ArrayList<>();
    List<ExtractEvent> events = verified.extract().events();
    for (int i = 0; i < events.size(); i++) {
      ExtractEvent event = events.get(i);
      rows.add(
          List.of(
              Integer.toString(i),
              Long.toString(event.index()),
              event.leaf().second().toString(),
              event.leaf().leafHash().hex(),
              event instanceof ExtractEvent.Lost ? "lost" : "proven, link open"));
    }
    return new Section(
        "chain",
        "The chain",
        List.of("Each event names the hash of the one before; all stand under one checkpoint."),
        List.of("event", "index in the log", "second (UTC)", "leaf hash", "state"),
        rows,
        Openness.NONE);
  }
}
