package org.safehand.packaging.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.validity.TestRevocation;

/**
 * EU DSS, trusting the root alone and without a network, finds packages and case files complete: so
 * chain, revocation data and time-stamp are all inside (CAdES-BASELINE-LT).
 */
class DssValidationTest {
  private final SampleHotline hotline = new SampleHotline();

  @Test
  void package_passesInTotalAtLevelLt() {
    SimpleReport report =
        report(hotline.pack(TestPki.AGENCY_P384, "synthetic".getBytes(UTF_8)).bytes());

    assertPassed(report);
  }

  @Test
  void packageSealedWithRsa_passesInTotalAtLevelLt() {
    TestAuthority sealer = TestPki.SEAL_CA.rsaSigner("RSA Seal", 3072);
    SampleHotline rsa = new SampleHotline(TestPki.signer(sealer, TestPki.SEAL_CA));

    assertPassed(report(rsa.pack(TestPki.AGENCY_P384, "synthetic".getBytes(UTF_8)).bytes()));
  }

  @Test
  void packageWithResponsesInsteadOfLists_passesInTotalAtLevelLt() {
    SampleHotline asking =
        new SampleHotline(
            TestRevocation.responders(
                TestRevocation.GOOD, TestPki.SEAL_CA, TestPki.TSA_CA, TestPki.ROOT));

    assertPassed(report(asking.pack(TestPki.AGENCY_P384, "synthetic".getBytes(UTF_8)).bytes()));
  }

  @Test
  void caseFile_passesInTotalAtLevelLt() {
    assertPassed(report(hotline.caseFile(List.of()).bytes()));
  }

  @Test
  void packageWithOneByteOfAnEntryChanged_failsInTotal() {
    assertThat(indication(reportOnChanged(PackageNames.HEADER))).isEqualTo(Indication.TOTAL_FAILED);
  }

  @Test
  void packageWithOneByteOfItsManifestChanged_doesNotPass() {
    assertThat(indication(reportOnChanged(AsicNames.MANIFEST)))
        .isNotEqualTo(Indication.TOTAL_PASSED);
  }

  private SimpleReport reportOnChanged(String entry) {
    Forgery forgery =
        Forgery.of(hotline.pack(TestPki.AGENCY_P384, "synthetic".getBytes(UTF_8)).bytes());
    byte[] content = forgery.content(entry);
    content[content.length - 2] ^= 1;
    return report(forgery.set(entry, content).bytes());
  }

  private static void assertPassed(SimpleReport report) {
    String id = report.getFirstSignatureId();
    assertThat(report.getSignaturesCount()).isEqualTo(1);
    assertThat(indication(report))
        .as(() -> String.valueOf(report.getAdESValidationErrors(id)))
        .isEqualTo(Indication.TOTAL_PASSED);
    assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.CAdES_BASELINE_LT);
  }

  private static Indication indication(SimpleReport report) {
    return report.getIndication(report.getFirstSignatureId());
  }

  private static SimpleReport report(byte[] container) {
    return DssReport.of(container, TestPki.ROOT.certificate());
  }
}
