package org.safehand.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.encoding.UtcText;

/** A draft of a certificate for the person who is to certify; what only they know is left blank. */
final class Certificate {
  /** Paragraphs; what stands in braces is filled in, and {@code {blank}} is left to be. */
  private static final String TEXT =
      """
      DRAFT. This is not legal advice, and nobody has certified anything by printing it. \
      Whoever signs must be a qualified person, must know what they certify, and \
      should have it reviewed by counsel.
      --
      1. I, {blank} (name), am {blank} (position) at {blank} (organisation). \
      My qualification to certify the following is: {blank}.
      --
      2. The custody log is an electronic process that records each act on a case at the time \
      of the act, commits to it with SHA-256 in a Merkle tree (RFC 6962), and signs \
      the tree with Ed25519. A record cannot be changed, removed or inserted later \
      without a verifier finding it. (902(13): a process that produces an accurate \
      result.)
      --
      3. The attached record of case {case}, {events} events, was issued by that process on \
      {issued} (UTC) as an extract at level {level}, by {issuer} of {organisation}.
      --
      4. The file was copied and is identified by its SHA-256: {sha256}. \
      (902(14): a process of digital identification.) I compared it on {blank} (date) by \
      {blank} (means).
      --
      5. The file was verified with {tool} against the checkpoint of {origin}, size {size}, \
      root {root}. Every check held. I repeated this on {blank} (date): {blank} (result).
      --
      6. The system was in ordinary operation in the time of these records, except: {blank}.
      --
      This certificate does not state: that what the records say is true; that everything \
      that happened was recorded; who used the account of a person named here; that \
      the records are admissible, relevant or no hearsay; what was withheld at this \
      level or is lost; anything about the content of an exhibit.
      --
      Reasonable written notice to the adverse party, and the record and this certificate \
      for inspection, are for counsel to see to (Rule 902(11)).
      --
      I declare under penalty of perjury that the foregoing is true and correct.

      Date {blank}   Place {blank}

      Signature {blank}""";

  private static final Pattern FIELD = Pattern.compile("\\{([a-z0-9]+)}");
  private static final String BLANK = "______________________________";

  private Certificate() {}

  static Section section(VerifiedExtract verified, String tool) {
    Map<String, String> fields = fields(verified, tool);
    return Section.ofText(
        "certificate",
        "DRAFT certificate (Federal Rules of Evidence 902(13) and 902(14))",
        List.of(TEXT.split("\n--\n", -1)).stream()
            .map(paragraph -> filled(paragraph, fields))
            .toList());
  }

  private static Map<String, String> fields(VerifiedExtract verified, String tool) {
    return Map.ofEntries(
        Map.entry("blank", BLANK),
        Map.entry("case", verified.extract().caseId().toString()),
        Map.entry("events", Integer.toString(verified.extract().events().size())),
        Map.entry("issued", UtcText.millis(verified.issuing().time())),
        Map.entry("level", verified.extract().level().wire()),
        Map.entry("issuer", verified.issuing().actor().id()),
        Map.entry("organisation", verified.issuing().actor().organisation()),
        Map.entry("sha256", verified.sha256().hex()),
        Map.entry("tool", tool),
        Map.entry("origin", verified.checkpoint().origin()),
        Map.entry("size", Long.toString(verified.checkpoint().size())),
        Map.entry("root", verified.checkpoint().root().hex()));
  }

  /** What is filled in is not looked at again, whatever braces it has. */
  private static String filled(String paragraph, Map<String, String> fields) {
    return FIELD
        .matcher(paragraph)
        .replaceAll(
            field ->
                Matcher.quoteReplacement(
                    requireNonNull(fields.get(field.group(1)), "no such field")));
  }
}
