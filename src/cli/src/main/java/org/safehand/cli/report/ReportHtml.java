package org.safehand.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.safehand.custody.digest.Digest;

/**
 * A report as one file for a browser or a printer: no script, nothing fetched, and a policy that
 * lets the browser run or fetch nothing should something have slipped through.
 */
final class ReportHtml {
  private static final String STYLE =
      """
      body { font: 11pt/1.45 system-ui, sans-serif; color: #111; background: #fff;
        margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; font-size: .85rem; }
      th, td { border: 1px solid #999; padding: .25rem .4rem; text-align: left;
        vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
      thead th { background: #eee; overflow-wrap: normal; } tbody th { width: 16rem; font-weight: 600; }
      p { white-space: pre-line; overflow-wrap: anywhere; }
      p.none { font-style: italic; }
      @page { size: A4 landscape; margin: 15mm; }
      @media print {
        body { margin: 0; max-width: none; padding: 0; font-size: 9pt; }
        thead { display: table-header-group; } tr { break-inside: avoid; }
        h2 { break-after: avoid; } #certificate { break-before: page; }
      }
      """;

  private ReportHtml() {}

  static String of(Report report) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'sha256-")
        .append(Digest.of(STYLE.getBytes(UTF_8)).base64())
        .append("'; base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escaped(report.title()))
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(escaped(report.title()))
        .append("</h1>\n");
    facts(report.facts(), html);
    report.sections().forEach(section -> section(section, html));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void facts(List<List<String>> facts, StringBuilder html) {
    html.append("<table>\n<tbody>\n");
    for (List<String> fact : facts) {
      html.append("<tr>");
      cell("th", " scope=\"row\"", fact.get(0), html);
      cell("td", "", fact.get(1), html);
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private static void section(Section section, StringBuilder html) {
    html.append("<section id=\"").append(escaped(section.id())).append("\">\n");
    cell("h2", "", section.title(), html);
    html.append('\n');
    for (String paragraph : section.text()) {
      cell("p", "", paragraph, html);
      html.append('\n');
    }
    if (section.rows().isEmpty()) {
      if (!section.columns().isEmpty()) {
        cell("p", " class=\"none\"", section.whenEmpty(), html);
        html.append('\n');
      }
    } else {
      table(section, html);
    }
    html.append("</section>\n");
  }

  private static void table(Section section, StringBuilder html) {
    html.append("<table>\n<thead><tr>");
    section.columns().forEach(name -> cell("th", " scope=\"col\"", name, html));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : section.rows()) {
      html.append("<tr>");
      row.forEach(text -> cell("td", "", text, html));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private static void cell(String element, String attributes, String text, StringBuilder html) {
    html.append('<').append(element).append(attributes).append('>');
    html.append(escaped(text));
    html.append("</").append(element).append('>');
  }

  /** {@code text} as characters alone; what steers direction or a terminal is shown as U+FFFD. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> escape(c, escaped));
    return escaped.toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(isShown(c) ? c : 0xfffd);
    }
  }

  private static boolean isShown(int c) {
    return c == '\n' || !(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
