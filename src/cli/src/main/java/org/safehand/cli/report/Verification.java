package org.safehand.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.completeness.LogCoverage;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.Principal;

/** What was verified, and how somebody else does it again. */
final class Verification {
  private Verification() {}

  static List<List<String>> facts(VerifiedExtract verified, String tool) {
    List<List<String>> facts = new ArrayList<>();
    fact(facts, "Case", verified.extract().caseId().toString());
    fact(facts, "Extract file, SHA-256", verified.sha256().hex());
    fact(facts, "Events", Integer.toString(verified.extract().events().size()));
    fact(facts, "Level of opening", verified.extract().level().wire());
    fact(facts, "Issued (UTC)", UtcText.millis(verified.issuing().time()));
    fact(facts, "Issued by", principal(verified.issuing().actor()));
    fact(facts, "Purpose", verified.issuing().basis().map(Basis::purpose).orElse("none stated"));
    fact(
        facts,
        "Checkpoint",
        verified.checkpoint().origin()
            + "\nsize "
            + verified.checkpoint().size()
            + "\nroot "
            + verified.checkpoint().root().hex());
    fact(facts, "Signed by", String.join(", ", verified.signers()));
    fact(
        facts,
        "Witnesses",
        verified.witnesses().isEmpty()
            ? "none cosigned; the trust folder asks for none"
            : String.join(", ", verified.witnesses()));
    fact(facts, "Verified", "every event's inclusion, order, number and commitments: all held");
    fact(facts, "Against the whole log", log(verified.coverage()));
    fact(facts, "Later events", later(verified.coverage()));
    fact(facts, "Made with", tool);
    return facts;
  }

  private static void fact(List<List<String>> facts, String name, String value) {
    facts.add(List.of(name, value));
  }

  private static String principal(Principal principal) {
    return principal.id() + ", " + principal.role() + ", " + principal.organisation();
  }

  private static String log(Optional<LogCoverage> coverage) {
    return coverage
        .map(
            found ->
                "compared with all "
                    + found.log().size()
                    + " entries: each event is there once, and the case does not go on beside the"
                    + " extract")
        .orElse("not compared; a second version of the case in the log would not be found");
  }

  private static String later(Optional<LogCoverage> coverage) {
    if (coverage.isEmpty() || coverage.get().laterEvents().isEmpty()) {
      return "not known: that takes an extract to date and the log";
    }
    long later = coverage.get().laterEvents().getAsLong();
    return later == 0
        ? "none: complete to the date of the log"
        : later + " events of the case follow in the log, which this report does not show";
  }

  static Section section(VerifiedExtract verified) {
    return Section.ofText(
        "verify",
        "How to verify this without us",
        List.of(
            "You need the extract file, a folder with the keys you trust (trust.json), which you"
                + " should have from somebody else than whoever gave you the extract, and for the"
                + " last check a copy of the log, which anyone may download.",
            "sha256sum FILE\nmust print " + verified.sha256().hex(),
            """
            safehand verify extract FILE --trust DIR
            safehand log mirror --server https://… --out LOG
            safehand verify extract FILE --trust DIR --log LOG""",
            "Exit code 0 means that everything held, 1 that something was refused; one line then"
                + " says what and where. The format is described in src/custody/SPEC.md, section"
                + " Custody extract: SHA-256, Ed25519, RFC 8785, RFC 6962 and C2SP checkpoints"
                + " suffice to write another verifier.",
            "No log proves that something was recorded that was not. What this shows is that"
                + " nothing recorded was changed, left out or put elsewhere."));
  }
}
