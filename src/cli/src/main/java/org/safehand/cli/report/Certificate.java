package org.safehand.cli.report;

import java.util.List;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.encoding.UtcText;

/** A draft of a certificate for the person who is to certify; what only they know is left blank. */
final class Certificate {
  private static final String BLANK = "______________________________";

  private Certificate() {}

  static Section section(VerifiedExtract verified, String tool) {
    return Section.ofText(
        "certificate",
        "DRAFT certificate (Federal Rules of Evidence 902(13) and 902(14))",
        List.of(
            "DRAFT. This is not legal advice, and nobody has certified anything by printing it."
                + " Whoever signs must be a qualified person, must know what they certify, and"
                + " should have it reviewed by counsel.",
            "1. I, "
                + BLANK
                + " (name), am "
                + BLANK
                + " (position) at "
                + BLANK
                + " (organisation). My qualification to certify the following is: "
                + BLANK
                + ".",
            "2. The custody log is an electronic process that records each act on a case at the time"
                + " of the act, commits to it with SHA-256 in a Merkle tree (RFC 6962), and signs"
                + " the tree with Ed25519. A record cannot be changed, removed or inserted later"
                + " without a verifier finding it. (902(13): a process that produces an accurate"
                + " result.)",
            "3. The attached record of case "
                + verified.extract().caseId()
                + ", "
                + verified.extract().events().size()
                + " events, was issued by that process on "
                + UtcText.millis(verified.issuing().time())
                + " (UTC) as an extract at level "
                + verified.extract().level().wire()
                + ", by "
                + verified.issuing().actor().id()
                + " of "
                + verified.issuing().actor().organisation()
                + ".",
            "4. The file was copied and is identified by its SHA-256: "
                + verified.sha256().hex()
                + ". (902(14): a process of digital identification.) I compared it on "
                + BLANK
                + " (date) by "
                + BLANK
                + " (means).",
            "5. The file was verified with "
                + tool
                + " against the checkpoint of "
                + verified.checkpoint().origin()
                + ", size "
                + verified.checkpoint().size()
                + ", root "
                + verified.checkpoint().root().hex()
                + ". Every check held. I repeated this on "
                + BLANK
                + " (date): "
                + BLANK
                + " (result).",
            "6. The system was in ordinary operation in the time of these records, except: "
                + BLANK
                + ".",
            "This certificate does not state: that what the records say is true; that everything"
                + " that happened was recorded; who used the account of a person named here; that"
                + " the records are admissible, relevant or no hearsay; what was withheld at this"
                + " level or is lost; anything about the content of an exhibit.",
            "Reasonable written notice to the adverse party, and the record and this certificate"
                + " for inspection, are for counsel to see to (Rule 902(11)).",
            "I declare under penalty of perjury that the foregoing is true and correct."
                + "\n\nDate "
                + BLANK
                + "   Place "
                + BLANK
                + "\n\nSignature "
                + BLANK));
  }
}
