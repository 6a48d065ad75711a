package org.safehand.packaging.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.sample.Forgery;

/** The archived package of SPEC.md, made once and kept: what is accepted today is for ever. */
class WorkedEvidenceTest {
  private static final Path VECTOR =
      Path.of("src/test/resources/org/safehand/packaging/vector/archived");
  private static final Path FILE = VECTOR.resolve("package.asice");

  @Test
  void verify_keptPackage_isAcceptedAndSpecificationTellsItsTimes() throws Exception {
    Trust trust = TrustFolder.read(VECTOR.resolve("trust"));

    VerifiedRecord found = PackageVerifier.verify(FILE, trust).archived().orElseThrow();

    assertThat(found.renewals()).isEqualTo(2);
    for (VerifiedStamp stamp : found.stamps()) {
      assertThat(spec()).contains("    " + stamp.time() + "  ");
    }
  }

  @Test
  void specification_listsTheAddedEntriesAsTheyAre() throws IOException {
    Forgery kept = Forgery.of(Files.readAllBytes(FILE));
    StringBuilder listing = new StringBuilder();
    for (String name : List.of(AsicNames.EVIDENCE_MANIFEST, AsicNames.EVIDENCE_RECORD)) {
      listing.append("%5d  %s\n".formatted(kept.content(name).length, name));
    }
    assertThat(spec()).contains("```\n" + listing + "```");
  }

  @Test
  void specification_describesTheRecordAsItIs() throws IOException, PackageException {
    EvidenceRecord kept =
        EvidenceRecord.read(
            Forgery.of(Files.readAllBytes(FILE)).content(AsicNames.EVIDENCE_RECORD));
    int number = 0;
    for (StampChain chain : kept.chains()) {
      assertThat(spec()).contains("chain " + ++number + ", " + chain.algorithm() + "\n");
      for (ArchiveStamp stamp : chain.stamps()) {
        assertThat(spec()).contains("token of " + size(stamp) + " bytes\n");
      }
    }
    List<List<?>> first = List.copyOf(kept.chains().get(0).stamps().get(0).path().lists());
    assertThat(first.stream().map(List::size)).containsExactly(8, 1, 1);
  }

  /** Without the tag and length around it, as asn1parse shows it. */
  private static int size(ArchiveStamp stamp) {
    return stamp.token().encoded().length - 4;
  }

  private static String spec() throws IOException {
    return Files.readString(Path.of("SPEC.md"));
  }
}
