package org.safehand.packaging.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.sample.aged.Archivist;
import org.safehand.packaging.vectors.archive.ArchiveVectors;
import org.safehand.packaging.vectors.splice.Spliced;

/**
 * The evidence records of Bouncy Castle, of which ours uses no line, find ours over the package.
 */
class LibraryEvidenceTest {
  private static final SampleHotline HOTLINE = AgedPki.hotline(AgedPki.SEALED);
  private static final byte[] PACKAGE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3}, new byte[0], new byte[0]).bytes();
  private static final Date NOW = Date.from(AgedPki.at(2020, 1));

  private final Archivist archivist;

  LibraryEvidenceTest(@TempDir Path folder) {
    archivist = new Archivist(folder, AgedPki.trust(HOTLINE));
  }

  @Test
  void archivedTogether_eachGroupIsPresent() throws Exception {
    List<byte[]> files =
        List.of(
            PACKAGE,
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {4}).bytes(),
            HOTLINE.pack(TestPki.AGENCY_P384, new byte[] {5}).bytes());
    for (byte[] file : archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, files)) {
      assertPresent(file, AgedPki.TSA_2012);
    }
  }

  @Test
  void renewed_isPresent() throws Exception {
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
    byte[] renewed = archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archived);

    assertPresent(renewed, AgedPki.TSA_2015);
    assertPresent(
        archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, renewed),
        AgedPki.TSA_2019);
  }

  @Test
  void everyValidVectorOfTheSuite_isPresent() throws Exception {
    int checked = 0;
    for (Vector vector : Suite.kept(new ArchiveVectors()).vectors().values()) {
      if (vector.expect().equals(Vector.OK) && vector.has("archived")) {
        byte[] file = Spliced.of(vector);
        assertThatCode(
                () ->
                    evidenceRecord(file)
                        .validatePresent(group(file, 2), Date.from(AgedPki.at(2035, 1))))
            .as(vector.shows())
            .doesNotThrowAnyException();
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  @Test
  void otherGroup_isNotPresent() throws Exception {
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
    ERSData other = group(HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {4}).bytes(), 0);

    assertThatThrownBy(() -> evidenceRecord(archived).validatePresent(other, NOW)).isNotNull();
  }

  private static void assertPresent(byte[] file, TestAuthority newest) throws Exception {
    ERSEvidenceRecord found = evidenceRecord(file);
    found.validatePresent(group(file, 2), NOW);
    found.validate(
        new JcaSimpleSignerInfoVerifierBuilder()
            .setProvider(TestAuthority.BC)
            .build(newest.certificate()));
    assertThat(found.getEncoded()).isEqualTo(content(file));
  }

  private static ERSEvidenceRecord evidenceRecord(byte[] file) throws Exception {
    DigestCalculatorProvider digests =
        new JcaDigestCalculatorProviderBuilder().setProvider(TestAuthority.BC).build();
    return new ERSEvidenceRecord(content(file), digests);
  }

  private static byte[] content(byte[] file) {
    return Forgery.of(file).content(AsicNames.EVIDENCE_RECORD);
  }

  /** Every entry but the media type and the last {@code added}. */
  private static ERSData group(byte[] file, int added) {
    Forgery parts = Forgery.of(file);
    List<ERSData> members = new ArrayList<>();
    for (String name : parts.names().subList(1, parts.names().size() - added)) {
      members.add(new ERSByteData(parts.content(name)));
    }
    return new ERSDataGroup(members);
  }
}
