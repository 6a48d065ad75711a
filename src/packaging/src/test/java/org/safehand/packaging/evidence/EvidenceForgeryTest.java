package org.safehand.packaging.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.sample.aged.Archivist;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * Evidence records of others, with parts left out, over something else, or broken in themselves.
 */
class EvidenceForgeryTest {
  private static final SampleHotline HOTLINE = AgedPki.hotline(AgedPki.SEALED);
  private static final Trust TRUST = AgedPki.trust(HOTLINE);
  private static final byte[] PACKAGE = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1}).bytes();
  private static final byte[] OTHER = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {2}).bytes();

  private final Path folder;
  private final Archivist archivist;

  EvidenceForgeryTest(@TempDir Path folder) {
    this.folder = folder;
    this.archivist = new Archivist(folder, TRUST);
  }

  private byte[] archived() throws Exception {
    return archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
  }

  private byte[] renewed() throws Exception {
    return archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archived());
  }

  private byte[] rehashed() throws Exception {
    return archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, renewed());
  }

  private static EvidenceRecord read(byte[] file) throws PackageException {
    return EvidenceRecord.read(Forgery.of(file).content(AsicNames.EVIDENCE_RECORD));
  }

  private static byte[] with(byte[] file, EvidenceRecord forged) {
    return with(file, forged.toBytes());
  }

  private static byte[] with(byte[] file, byte[] forged) {
    return Forgery.of(file).set(AsicNames.EVIDENCE_RECORD, forged).bytes();
  }

  private static DataGroup group(byte[] file) throws Exception {
    try (ContainerBytes bytes = ContainerBytes.ofArray(file)) {
      return DataGroup.of(AsicContainer.readArchivable(bytes).covered());
    }
  }

  private static ArchiveToken token(TestAuthority tsa, Instant moment, Imprint imprint) {
    return token(tsa, moment, imprint, AgedPki.lists(moment));
  }

  private static ArchiveToken token(
      TestAuthority tsa, Instant moment, Imprint imprint, List<X509CRL> lists) {
    try {
      CertificatePath path = CertificatePath.find(tsa.certificate(), TRUST.tsaCa()).orElseThrow();
      List<X509CRL> needed = new ArrayList<>(lists);
      needed.removeIf(
          list ->
              path.issuers().stream()
                  .noneMatch(
                      issuer ->
                          issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())));
      return ArchiveToken.of(new TestTsa(tsa).stamp(imprint, moment), path, needed);
    } catch (TimeStampException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EvidenceRecord over(DataGroup group, ArchiveToken token) {
    return over(group.algorithm(), HashPath.of(group, List.of()), token);
  }

  private static EvidenceRecord over(HashAlgorithm algorithm, HashPath path, ArchiveToken token) {
    return new EvidenceRecord(
        List.of(new StampChain(algorithm, List.of(new ArchiveStamp(algorithm, path, token)))));
  }

  private static EvidenceRecord stamped(DataGroup group, Imprint imprint) {
    return over(group, token(AgedPki.TSA_2012, AgedPki.ARCHIVED, imprint));
  }

  private void assertRefused(byte[] file, PackageFault fault) throws Exception {
    assertRefused(file, TRUST, fault);
  }

  private void assertRefused(byte[] file, Trust trust, PackageFault fault) throws Exception {
    Path written = Files.write(folder.resolve("package.asice"), file);
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> PackageVerifier.verify(written, trust));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  private void assertAccepted(byte[] file) throws Exception {
    PackageVerifier.verify(Files.write(folder.resolve("package.asice"), file), TRUST);
  }

  @Test
  void recordPutTogetherByHand_isAccepted() throws Exception {
    DataGroup group = group(PACKAGE);
    assertAccepted(with(archived(), stamped(group, group.node())));
  }

  @Test
  void recordOfAnotherPackage_isRefused() throws Exception {
    EvidenceRecord other = read(archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, OTHER));
    assertRefused(with(archived(), other), PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
  }

  @Test
  void recordOverAllButOneEntry_isRefused() throws Exception {
    List<Imprint> members = group(PACKAGE).members();
    for (int i = 0; i < members.size(); i++) {
      List<Imprint> fewer = new ArrayList<>(members);
      fewer.remove(i);
      DataGroup group = new DataGroup(HashAlgorithm.SHA_256, fewer);
      assertRefused(
          with(archived(), stamped(group, group.node())),
          PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
    }
  }

  @Test
  void recordOverOneThingMore_isRefused() throws Exception {
    List<Imprint> more = new ArrayList<>(group(PACKAGE).members());
    more.add(Imprint.of(Digest.of("more".getBytes(UTF_8))));
    DataGroup group = new DataGroup(HashAlgorithm.SHA_256, more);
    assertRefused(
        with(archived(), stamped(group, group.node())),
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
  }

  @Test
  void recordOverASingleEntryWhoseSiblingsAreTheOthers_isRefused() throws Exception {
    List<Imprint> members = group(PACKAGE).members();
    Imprint root = HashPath.node(members.subList(0, 2));
    for (Imprint member : members.subList(2, members.size())) {
      root = HashPath.node(List.of(root, member));
    }
    HashPath path = HashPath.of(members.get(0), members.subList(1, members.size()));
    assertRefused(
        with(
            archived(),
            over(HashAlgorithm.SHA_256, path, token(AgedPki.TSA_2012, AgedPki.ARCHIVED, root))),
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
  }

  @Test
  void membersInAnotherOrder_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    List<List<Imprint>> lists = new ArrayList<>(HashPath.of(group, List.of()).lists());
    List<Imprint> swapped = new ArrayList<>(lists.get(0));
    swapped.add(swapped.remove(0));
    lists.set(0, swapped);
    assertRefused(
        with(
            archived(),
            over(
                HashAlgorithm.SHA_256,
                new HashPath(lists),
                token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node()))),
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
  }

  @Test
  void tokenOverOtherData_isRefused() throws Exception {
    assertRefused(
        with(archived(), stamped(group(PACKAGE), group(OTHER).node())),
        PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
  }

  @Test
  void tokenOfAnAuthorityThatIsNotPinned_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    assertRefused(
        with(archived(), over(group, token(AgedPki.OTHER_TSA, AgedPki.ARCHIVED, group.node()))),
        PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
  }

  @Test
  void tokenUnderAnotherPolicy_isRefused() throws Exception {
    TsaTrust pin = new TsaTrust(AgedPki.TSA_2012.fingerprint(), Set.of("1.2.3"));
    Trust other =
        new Trust(
            TRUST.log(),
            TRUST.sealers(),
            TRUST.sealCa(),
            TRUST.tsaCa(),
            List.of(TRUST.timeStampAuthorities().get(0), pin));
    assertRefused(archived(), other, PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
  }

  @Test
  void tokenWithoutRevocationListsOrWithOneTooMany_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    ArchiveToken good = token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node());
    for (List<X509CRL> lists :
        List.of(List.<X509CRL>of(), good.lists().subList(1, 2), AgedPki.lists(AgedPki.ARCHIVED))) {
      assertRefused(
          with(archived(), over(group, good.with(lists))), PackageFault.REVOCATION_UNKNOWN);
    }
  }

  @Test
  void tokenWithRevocationListsOfAnotherTime_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    ArchiveToken good = token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node());
    for (Instant moment : List.of(AgedPki.at(2012, 5), AgedPki.at(2012, 7))) {
      List<X509CRL> lists = token(AgedPki.TSA_2012, moment, group.node()).lists();
      assertRefused(
          with(archived(), over(group, good.with(lists))), PackageFault.REVOCATION_UNKNOWN);
    }
  }

  @Test
  void tokenWithFewerCertificates_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    ArchiveToken bare =
        new ArchiveToken(
            new TestTsa(AgedPki.TSA_2012).stamp(group.node(), AgedPki.ARCHIVED),
            token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node()).lists());
    assertRefused(
        with(archived(), over(group, bare)), PackageFault.ARCHIVE_TIME_STAMP_NOT_CANONICAL);
  }

  @Test
  void archivedBeforeItWasSealed_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    assertRefused(
        with(archived(), over(group, token(AgedPki.TSA_2010, AgedPki.at(2010, 5), group.node()))),
        PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER);
  }

  @Test
  void renewalOlderThanWhatItIsOver_isRefused() throws Exception {
    EvidenceRecord first = read(archived());
    Imprint leaf = Imprint.of(Digest.of(first.last().token().encoded()));
    ArchiveStamp older =
        new ArchiveStamp(
            HashAlgorithm.SHA_256,
            HashPath.of(leaf, List.of()),
            token(AgedPki.TSA_2012, AgedPki.at(2012, 3), leaf));
    assertRefused(
        with(archived(), first.renewed(older)), PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER);
  }

  @Test
  void renewalOverOtherBytes_isRefused() throws Exception {
    ArchiveStamp foreign =
        read(archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archivedOther())).last();
    assertRefused(
        with(archived(), read(archived()).renewed(foreign)),
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  private byte[] archivedOther() throws Exception {
    return archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, OTHER);
  }

  @Test
  void revocationListChangedUnderARenewal_isRefused() throws Exception {
    EvidenceRecord good = read(renewed());
    ArchiveStamp first = good.chains().get(0).stamps().get(0);
    ArchiveStamp changed =
        new ArchiveStamp(
            first.algorithm(),
            first.path(),
            first
                .token()
                .with(token(AgedPki.TSA_2012, AgedPki.RENEWED, group(PACKAGE).node()).lists()));
    EvidenceRecord forged =
        new EvidenceRecord(
            List.of(new StampChain(HashAlgorithm.SHA_256, List.of(changed, good.last()))));
    assertRefused(with(renewed(), forged), PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void renewalInTheMiddleLeftOut_isRefused() throws Exception {
    byte[] twice = archivist.renew(AgedPki.TSA_2019, AgedPki.at(2019, 3), renewed());
    List<ArchiveStamp> stamps = read(twice).chains().get(0).stamps();
    EvidenceRecord gap =
        new EvidenceRecord(
            List.of(new StampChain(HashAlgorithm.SHA_256, List.of(stamps.get(0), stamps.get(2)))));
    assertRefused(with(twice, gap), PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void chainBeforeAChangeOfHashLeftOutOrOfAnother_isRefused() throws Exception {
    List<StampChain> chains = read(rehashed()).chains();
    assertRefused(
        with(rehashed(), new EvidenceRecord(chains.subList(1, 2))),
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
    assertRefused(
        with(
            rehashed(),
            new EvidenceRecord(List.of(read(archived()).chains().get(0), chains.get(1)))),
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void changeOfHashOverOtherData_isRefused() throws Exception {
    byte[] other = archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archivedOther());
    StampChain foreign =
        read(archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, other))
            .chains()
            .get(1);
    assertRefused(
        with(rehashed(), new EvidenceRecord(List.of(read(rehashed()).chains().get(0), foreign))),
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void bytesBehindTheRecordOrCut_isRefused() throws Exception {
    byte[] good = read(archived()).toBytes();
    for (int length : new int[] {good.length + 1, good.length - 1, 0, 2}) {
      assertRefused(
          with(archived(), Arrays.copyOf(good, length)), PackageFault.EVIDENCE_RECORD_MALFORMED);
    }
  }

  @Test
  void anotherEncodingOfTheSame_isRefused() throws Exception {
    ASN1Sequence good =
        ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(read(archived()).toBytes()));
    ASN1EncodableVector algorithmsTwice = new ASN1EncodableVector();
    ASN1Sequence algorithms = ASN1Sequence.getInstance(good.getObjectAt(1));
    algorithmsTwice.add(algorithms.getObjectAt(0));
    algorithmsTwice.add(algorithms.getObjectAt(0));
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(1));
    parts.add(new DERSequence(algorithmsTwice));
    parts.add(good.getObjectAt(2));
    assertRefused(
        with(archived(), new DERSequence(parts).getEncoded("DER")),
        PackageFault.EVIDENCE_RECORD_NOT_CANONICAL);
  }

  @Test
  void manifestOfOtherNamesOrDigests_isRefused() throws Exception {
    String good = new String(Forgery.of(archived()).content(AsicNames.EVIDENCE_MANIFEST), UTF_8);
    String other =
        new String(Forgery.of(archivedOther()).content(AsicNames.EVIDENCE_MANIFEST), UTF_8);
    for (String forged :
        List.of(
            other,
            good.replace("OPEN.txt", "OPEN.TXT"),
            good.replace("META-INF/evidencerecord001.ers", "META-INF/evidencerecord002.ers"),
            good + "\n")) {
      assertRefused(
          Forgery.of(archived()).set(AsicNames.EVIDENCE_MANIFEST, forged.getBytes(UTF_8)).bytes(),
          PackageFault.MANIFEST_MALFORMED);
    }
  }

  @Test
  void oneOfTheTwoEntriesAlone_isRefused() throws Exception {
    assertRefused(
        Forgery.of(archived()).remove(AsicNames.EVIDENCE_MANIFEST).bytes(),
        PackageFault.ENTRY_MISSING);
    assertRefused(
        Forgery.of(archived()).remove(AsicNames.EVIDENCE_RECORD).bytes(),
        PackageFault.ENTRY_OUT_OF_ORDER);
    assertRefused(
        Forgery.of(archived()).swap(AsicNames.EVIDENCE_MANIFEST, AsicNames.EVIDENCE_RECORD).bytes(),
        PackageFault.ENTRY_OUT_OF_ORDER);
  }

  @Test
  void anythingElseBesideTheRecord_isRefused() throws Exception {
    for (String name :
        List.of("META-INF/evidencerecord002.ers", "META-INF/signature002.p7s", "more.txt")) {
      assertRefused(
          Forgery.of(archived()).addBefore(AsicNames.EVIDENCE_RECORD, name, new byte[] {1}).bytes(),
          PackageFault.ENTRY_OUT_OF_ORDER);
      assertRefused(
          Forgery.of(archived())
              .addBefore(AsicNames.EVIDENCE_MANIFEST, name, new byte[] {1})
              .bytes(),
          PackageFault.ENTRY_OUT_OF_ORDER);
    }
  }

  @Test
  void caseFileWithARecord_isRefused() throws Exception {
    byte[] caseFile = HOTLINE.caseFile(List.of()).bytes();
    byte[] archived = archived();
    Forgery forged = Forgery.of(caseFile);
    for (String name : List.of(AsicNames.EVIDENCE_MANIFEST, AsicNames.EVIDENCE_RECORD)) {
      forged.append(name, Forgery.of(archived).content(name));
    }
    try (ContainerBytes bytes = ContainerBytes.ofArray(forged.bytes())) {
      PackageException refusal =
          catchThrowableOfType(PackageException.class, () -> AsicContainer.read(bytes));
      assertThat(refusal.fault()).isEqualTo(PackageFault.ENTRY_OUT_OF_ORDER);
    }
  }
}
