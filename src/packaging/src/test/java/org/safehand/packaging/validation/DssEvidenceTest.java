package org.safehand.packaging.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlEvidenceRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.sample.aged.Archivist;

/**
 * EU DSS, trusting the root alone and without a network, finds the evidence records of archived
 * packages good, and the seals of long ago with them. It asks more than we do in two things: the
 * first archive time-stamp must be older than the end of the certificate that stamped the seal, and
 * the newest one must be of an authority whose certificate has not ended today.
 */
class DssEvidenceTest {
  private static final SampleHotline HOTLINE = AgedPki.hotline(AgedPki.SEALED);
  private static final byte[] PACKAGE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3}, new byte[0], new byte[0]).bytes();

  private final Archivist archivist;

  DssEvidenceTest(@TempDir Path folder) {
    archivist = new Archivist(folder, AgedPki.trust(HOTLINE));
  }

  @Test
  void archivedByItself_recordAndSealPass() throws Exception {
    assertPassed(archivist.archive(AgedPki.TSA_FOR_LONG, AgedPki.ARCHIVED, PACKAGE));
  }

  @Test
  void archivedTogether_recordAndSealPass() throws Exception {
    List<byte[]> files =
        List.of(
            PACKAGE,
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {4}).bytes(),
            HOTLINE.pack(TestPki.AGENCY_P384, new byte[] {5}).bytes());
    for (byte[] file : archivist.archive(AgedPki.TSA_FOR_LONG, AgedPki.ARCHIVED, files)) {
      assertPassed(file);
    }
  }

  @Test
  void renewedTwiceUnderTheSameOrAnotherHash_recordAndSealPass() throws Exception {
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
    byte[] renewed = archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archived);

    assertPassed(archivist.renew(AgedPki.TSA_2019, AgedPki.at(2019, 3), renewed));
    assertPassed(
        archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, renewed));
  }

  @Test
  void recordOfAnotherPackage_doesNotPass() throws Exception {
    List<byte[]> both =
        archivist.archive(
            AgedPki.TSA_FOR_LONG,
            AgedPki.ARCHIVED,
            List.of(PACKAGE, HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {4}).bytes()));
    byte[] foreign = Forgery.of(both.get(1)).content(AsicNames.EVIDENCE_RECORD);
    SimpleReport report =
        report(Forgery.of(both.get(0)).set(AsicNames.EVIDENCE_RECORD, foreign).bytes());

    assertThat(evidenceRecord(report).getIndication()).isNotEqualTo(Indication.PASSED);
  }

  private static void assertPassed(byte[] file) {
    SimpleReport report = report(file);
    XmlEvidenceRecord found = evidenceRecord(report);
    assertThat(found.getIndication())
        .as(() -> String.valueOf(report.getAdESValidationErrors(found.getId())))
        .isEqualTo(Indication.PASSED);
    assertThat(found.getEvidenceRecordScope()).hasSize(coveredContents(file));
    assertThat(found.getTimestamps().getTimestamp())
        .allSatisfy(
            stamp ->
                assertThat(stamp.getIndication())
                    .as(() -> String.valueOf(report.getAdESValidationErrors(stamp.getId())))
                    .isEqualTo(Indication.PASSED));
    String signature = report.getFirstSignatureId();
    assertThat(report.getIndication(signature))
        .as(() -> String.valueOf(report.getAdESValidationErrors(signature)))
        .isEqualTo(Indication.TOTAL_PASSED);
  }

  /** How many different contents the record is over: DSS counts the empty segments once. */
  private static int coveredContents(byte[] file) {
    Forgery parts = Forgery.of(file);
    Set<Digest> contents = new HashSet<>();
    for (String name : parts.names().subList(1, parts.names().size() - 2)) {
      contents.add(Digest.of(parts.content(name)));
    }
    return contents.size();
  }

  private static XmlEvidenceRecord evidenceRecord(SimpleReport report) {
    List<XmlEvidenceRecord> found =
        report.getSignatureEvidenceRecords(report.getFirstSignatureId());
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static SimpleReport report(byte[] container) {
    return DssReport.of(container, AgedPki.ROOT.certificate());
  }
}
