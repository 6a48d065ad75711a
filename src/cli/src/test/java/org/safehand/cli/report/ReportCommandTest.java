package org.safehand.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.extract.SampleExtract;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Outcome;

class ReportCommandTest {
  private static final Digest ONE = Digest.of("one".getBytes(UTF_8));
  private static final Digest TWO = Digest.of("two".getBytes(UTF_8));
  private static final String HOSTILE =
      "</td><script>alert(1)</script><img src=x onerror='a()'> & \"q\" \u202etxt.exe\u0007";

  private final Path folder;
  private final Path out;
  private final SampleExtract sample;

  ReportCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.out = folder.resolve("report");
    sample = new SampleExtract(folder);
    sample.add(SampleExtract.header(EventType.CASE_OPENED), Map.of("actorName", "O. Officer"));
  }

  private CommandRun run(ExtractLevel level, Object... more) throws Exception {
    return CommandRun.of(
        Stream.concat(
                Stream.of("report", sample.file(level), "--trust", sample.trust(), "--out", out),
                Stream.of(more))
            .toArray());
  }

  private String html() throws Exception {
    return Files.readString(out.resolve("report.html"));
  }

  private JsonObject json() throws Exception {
    return Jcs.readObject(Files.readAllBytes(out.resolve("report.json")));
  }

  private JsonObject section(String id) throws Exception {
    for (JsonObject section : json().array("sections").objects()) {
      if (section.string("id").equals(id)) {
        return section;
      }
    }
    throw new AssertionError("no section " + id);
  }

  private static String part(String html, String id) {
    int start = html.indexOf("<section id=\"" + id + "\">");
    assertThat(start).as(id).isPositive();
    return html.substring(start, html.indexOf("</section>", start));
  }

  private void wholeCase() {
    ExhibitFacts exhibit = ExhibitFacts.original("0001", 12, ONE, "sha512:00");
    sample.add(
        SampleExtract.header(EventType.INTAKE).exhibit(exhibit), Map.of("actorName", "O. Officer"));
    sample.add(
        SampleExtract.header(EventType.RE_HASHED).exhibit(exhibit.compared(ONE, TWO)), Map.of());
    sample.add(
        SampleExtract.header(EventType.DENIED)
            .outcome(Outcome.denied("operation-not-permitted"))
            .fact("operation", "fetch-package"),
        Map.of());
    sample.add(
        SampleExtract.header(EventType.DELIVERY_RECEIPT)
            .counterparty(new Counterparty("AG-N-001", "soap-1"))
            .fact("receipt", TWO),
        Map.of());
    sample.add(SampleExtract.header(EventType.KEY_CHANGED), Map.of());
    sample.add(SampleExtract.header(EventType.RETENTION_ERASED), Map.of());
  }

  @Test
  void report_ofAWholeCase_saysWhatIsRecorded() throws Exception {
    wholeCase();
    sample.issue("trial 12/26");
    CommandRun run = run(ExtractLevel.DETAILS, "--log", sample.log());
    assertThat(run.exit()).as(run.toString()).isZero();
    String html = html();
    String sha256 = Digest.of(sample.bytes(ExtractLevel.DETAILS)).hex();
    assertThat(html)
        .contains("trial 12/26")
        .contains(sha256)
        .contains("none: complete to the date of the log")
        .contains("example.org/log");
    assertThat(part(html, "exhibit-0001"))
        .contains("12 bytes, SHA-256 " + ONE)
        .contains("before " + ONE)
        .contains("after " + TWO)
        .contains("NOT EQUAL")
        .contains("AG-N-001 (a copy)")
        .contains("O. Officer");
    assertThat(part(html, "refusals")).contains("denied: operation-not-permitted");
    assertThat(part(html, "transfers")).contains("delivery-receipt").contains(TWO.hex());
    assertThat(part(html, "changes")).contains("key-changed");
    assertThat(part(html, "losses")).contains("retention-erased");
    assertThat(part(html, "access")).contains("extract-issued");
    assertThat(part(html, "withheld")).contains("None recorded.");
    assertThat(part(html, "verify")).contains("safehand verify extract FILE").contains(sha256);
    assertThat(json().object("facts").string("Extract file, SHA-256")).isEqualTo(sha256);
    assertThat(section("refusals").array("rows").objects()).hasSize(1);
  }

  @Test
  void certificate_isADraftWithFactsAndBlanks() throws Exception {
    sample.issue("trial");
    assertThat(run(ExtractLevel.DETAILS).exit()).isZero();
    assertThat(part(html(), "certificate"))
        .contains("DRAFT certificate (Federal Rules of Evidence 902(13) and 902(14))")
        .contains("This is not legal advice")
        .contains("does not state")
        .contains("__________")
        .contains(Digest.of(sample.bytes(ExtractLevel.DETAILS)).hex());
  }

  @Test
  void section_withNothingInIt_saysSo() throws Exception {
    sample.issue("trial");
    assertThat(run(ExtractLevel.DETAILS).exit()).isZero();
    for (String id : List.of("exhibits", "transfers", "refusals", "changes", "losses")) {
      assertThat(part(html(), id)).contains("<p class=\"none\">None recorded.</p>");
      assertThat(section(id).string("empty")).isEqualTo("None recorded.");
      assertThat(section(id).array("rows").elements()).isEmpty();
    }
  }

  @Test
  void section_ofWhichTheLevelWithholdsTheEvents_doesNotClaimThatThereAreNone() throws Exception {
    wholeCase();
    sample.issue("trial");
    assertThat(run(ExtractLevel.LINKS).exit()).isZero();
    for (String id : List.of("exhibits", "transfers", "refusals", "changes", "losses")) {
      assertThat(part(html(), id))
          .contains("the header is withheld at this level")
          .contains("of 7 the header");
    }
    assertThat(part(html(), "withheld"))
        .contains("headers of 7 events")
        .contains("details of all 8");
  }

  @Test
  void names_atTheLevelOfHeaders_areWithheldAndSaidToBe() throws Exception {
    sample.issue("trial");
    assertThat(run(ExtractLevel.HEADERS).exit()).isZero();
    assertThat(html()).doesNotContain("O. Officer").contains("name withheld at this level");
  }

  @Test
  void text_ofTheCase_isNeverMarkup() throws Exception {
    sample.add(
        SampleExtract.header(EventType.READ).fact("note", HOSTILE),
        Map.of("actorName", HOSTILE, HOSTILE, HOSTILE));
    sample.issue(HOSTILE.replace("\u0007", ""));
    assertThat(run(ExtractLevel.DETAILS).exit()).isZero();
    String html = html();
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u202e")
        .doesNotContain("\u0007")
        .contains(
            "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39;")
        .contains("&amp; &quot;q&quot; \ufffdtxt.exe");
    Matcher tags = Pattern.compile("<([a-z0-9]+)").matcher(html.replace("<!doctype", ""));
    assertThat(tags.results().map(tag -> tag.group(1)).distinct().toList())
        .isSubsetOf(
            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "table", "thead",
            "tbody", "tr", "th", "td", "p", "section");
    Matcher attributes = Pattern.compile(" ([a-z-]+)=\"").matcher(html);
    assertThat(attributes.results().map(name -> name.group(1)).distinct().toList())
        .isSubsetOf("lang", "charset", "http-equiv", "content", "name", "scope", "class", "id");
  }

  @Test
  void page_mayRunAndFetchNothing() throws Exception {
    sample.issue("trial");
    assertThat(run(ExtractLevel.DETAILS).exit()).isZero();
    String html = html();
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    String hash = Base64.getEncoder().encodeToString(Digest.of(style.getBytes(UTF_8)).bytes());
    assertThat(html)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'\">");
    assertThat(style).contains("@media print").doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void report_madeAgain_isTheSame() throws Exception {
    wholeCase();
    sample.issue("trial");
    Path file = sample.file(ExtractLevel.DETAILS);
    Path again = folder.resolve("again");
    for (Path target : List.of(out, again)) {
      assertThat(CommandRun.of("report", file, "--trust", sample.trust(), "--out", target).exit())
          .isZero();
    }
    for (String name : List.of("report.html", "report.json")) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
    }
  }

  @Test
  void extract_thatDoesNotHold_givesNoReport() throws Exception {
    sample.issue("trial");
    Path file = sample.file(ExtractLevel.DETAILS);
    Files.writeString(file, Files.readString(file).replace("O. Officer", "X. Officer"));
    CommandRun run = CommandRun.of("report", file, "--trust", sample.trust(), "--out", out);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("extract-part: event 0: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void report_intoWhatIsThere_isLocalIo() throws Exception {
    sample.issue("trial");
    Files.createDirectory(out);
    CommandRun run = run(ExtractLevel.DETAILS);
    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: ");
    assertThat(out).isEmptyDirectory();
  }
}
