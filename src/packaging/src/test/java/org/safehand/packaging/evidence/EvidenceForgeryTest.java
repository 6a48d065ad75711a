package org.safehand.packaging.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.safehand.packaging.evidence.EvidenceForger.HOTLINE;
import static org.safehand.packaging.evidence.EvidenceForger.OTHER;
import static org.safehand.packaging.evidence.EvidenceForger.PACKAGE;
import static org.safehand.packaging.evidence.EvidenceForger.TRUST;
import static org.safehand.packaging.evidence.EvidenceForger.stamped;
import static org.safehand.packaging.evidence.EvidenceForger.token;
import static org.safehand.packaging.sample.aged.HandmadeRecord.group;
import static org.safehand.packaging.sample.aged.HandmadeRecord.over;
import static org.safehand.packaging.sample.aged.HandmadeRecord.read;
import static org.safehand.packaging.sample.aged.HandmadeRecord.with;

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
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * Evidence records of others, with parts left out, over something else, or broken in themselves.
 */
class EvidenceForgeryTest {
  private final EvidenceForger forger;

  EvidenceForgeryTest(@TempDir Path folder) {
    forger = new EvidenceForger(folder);
  }

  @Test
  void recordPutTogetherByHand_isAccepted() throws Exception {
    DataGroup group = group(PACKAGE);
    forger.assertAccepted(with(forger.archived(), stamped(group, group.node())));
  }

  @Test
  void recordOfAnotherPackage_isRefused() throws Exception {
    EvidenceRecord other =
        read(forger.archivist().archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, OTHER));
    forger.assertRefused(
        with(forger.archived(), other), PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
  }

  @Test
  void recordOverAllButOneEntry_isRefused() throws Exception {
    List<Imprint> members = group(PACKAGE).members();
    for (int i = 0; i < members.size(); i++) {
      List<Imprint> fewer = new ArrayList<>(members);
      fewer.remove(i);
      DataGroup group = new DataGroup(HashAlgorithm.SHA_256, fewer);
      forger.assertRefused(
          with(forger.archived(), stamped(group, group.node())),
          PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
    }
  }

  @Test
  void recordOverOneThingMore_isRefused() throws Exception {
    List<Imprint> more = new ArrayList<>(group(PACKAGE).members());
    more.add(Imprint.of(Digest.of("more".getBytes(UTF_8))));
    DataGroup group = new DataGroup(HashAlgorithm.SHA_256, more);
    forger.assertRefused(
        with(forger.archived(), stamped(group, group.node())),
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
    forger.assertRefused(
        with(
            forger.archived(),
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
    forger.assertRefused(
        with(
            forger.archived(),
            over(
                HashAlgorithm.SHA_256,
                new HashPath(lists),
                token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node()))),
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
  }

  @Test
  void tokenOverOtherData_isRefused() throws Exception {
    forger.assertRefused(
        with(forger.archived(), stamped(group(PACKAGE), group(OTHER).node())),
        PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
  }

  @Test
  void tokenOfAnAuthorityThatIsNotPinned_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    forger.assertRefused(
        with(
            forger.archived(),
            over(group, token(AgedPki.OTHER_TSA, AgedPki.ARCHIVED, group.node()))),
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
    forger.assertRefused(forger.archived(), other, PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
  }

  @Test
  void tokenWithoutRevocationListsOrWithOneTooMany_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    ArchiveToken good = token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node());
    for (List<X509CRL> lists :
        List.of(List.<X509CRL>of(), good.lists().subList(1, 2), AgedPki.lists(AgedPki.ARCHIVED))) {
      forger.assertRefused(
          with(forger.archived(), over(group, good.with(lists))), PackageFault.REVOCATION_UNKNOWN);
    }
  }

  @Test
  void tokenWithRevocationListsOfAnotherTime_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    ArchiveToken good = token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node());
    for (Instant moment : List.of(AgedPki.at(2012, 5), AgedPki.at(2012, 7))) {
      List<X509CRL> lists = token(AgedPki.TSA_2012, moment, group.node()).lists();
      forger.assertRefused(
          with(forger.archived(), over(group, good.with(lists))), PackageFault.REVOCATION_UNKNOWN);
    }
  }

  @Test
  void tokenWithFewerCertificates_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    ArchiveToken bare =
        new ArchiveToken(
            new TestTsa(AgedPki.TSA_2012).stamp(group.node(), AgedPki.ARCHIVED),
            token(AgedPki.TSA_2012, AgedPki.ARCHIVED, group.node()).lists());
    forger.assertRefused(
        with(forger.archived(), over(group, bare)), PackageFault.ARCHIVE_TIME_STAMP_NOT_CANONICAL);
  }

  @Test
  void bytesBehindTheRecordOrCut_isRefused() throws Exception {
    byte[] good = read(forger.archived()).toBytes();
    for (int length : new int[] {good.length + 1, good.length - 1, 0, 2}) {
      forger.assertRefused(
          with(forger.archived(), Arrays.copyOf(good, length)),
          PackageFault.EVIDENCE_RECORD_MALFORMED);
    }
  }

  @Test
  void anotherEncodingOfTheSame_isRefused() throws Exception {
    ASN1Sequence good =
        ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(read(forger.archived()).toBytes()));
    ASN1EncodableVector algorithmsTwice = new ASN1EncodableVector();
    ASN1Sequence algorithms = ASN1Sequence.getInstance(good.getObjectAt(1));
    algorithmsTwice.add(algorithms.getObjectAt(0));
    algorithmsTwice.add(algorithms.getObjectAt(0));
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(1));
    parts.add(new DERSequence(algorithmsTwice));
    parts.add(good.getObjectAt(2));
    forger.assertRefused(
        with(forger.archived(), new DERSequence(parts).getEncoded("DER")),
        PackageFault.EVIDENCE_RECORD_NOT_CANONICAL);
  }

  @Test
  void manifestOfOtherNamesOrDigests_isRefused() throws Exception {
    String good =
        new String(Forgery.of(forger.archived()).content(AsicNames.EVIDENCE_MANIFEST), UTF_8);
    String other =
        new String(Forgery.of(forger.archivedOther()).content(AsicNames.EVIDENCE_MANIFEST), UTF_8);
    for (String forged :
        List.of(
            other,
            good.replace("OPEN.txt", "OPEN.TXT"),
            good.replace("META-INF/evidencerecord001.ers", "META-INF/evidencerecord002.ers"),
            good + "\n")) {
      forger.assertRefused(
          Forgery.of(forger.archived())
              .set(AsicNames.EVIDENCE_MANIFEST, forged.getBytes(UTF_8))
              .bytes(),
          PackageFault.MANIFEST_MALFORMED);
    }
  }

  @Test
  void oneOfTheTwoEntriesAlone_isRefused() throws Exception {
    forger.assertRefused(
        Forgery.of(forger.archived()).remove(AsicNames.EVIDENCE_MANIFEST).bytes(),
        PackageFault.ENTRY_MISSING);
    forger.assertRefused(
        Forgery.of(forger.archived()).remove(AsicNames.EVIDENCE_RECORD).bytes(),
        PackageFault.ENTRY_OUT_OF_ORDER);
    forger.assertRefused(
        Forgery.of(forger.archived())
            .swap(AsicNames.EVIDENCE_MANIFEST, AsicNames.EVIDENCE_RECORD)
            .bytes(),
        PackageFault.ENTRY_OUT_OF_ORDER);
  }

  @Test
  void anythingElseBesideTheRecord_isRefused() throws Exception {
    for (String name :
        List.of("META-INF/evidencerecord002.ers", "META-INF/signature002.p7s", "more.txt")) {
      forger.assertRefused(
          Forgery.of(forger.archived())
              .addBefore(AsicNames.EVIDENCE_RECORD, name, new byte[] {1})
              .bytes(),
          PackageFault.ENTRY_OUT_OF_ORDER);
      forger.assertRefused(
          Forgery.of(forger.archived())
              .addBefore(AsicNames.EVIDENCE_MANIFEST, name, new byte[] {1})
              .bytes(),
          PackageFault.ENTRY_OUT_OF_ORDER);
    }
  }

  @Test
  void caseFileWithARecord_isRefused() throws Exception {
    byte[] caseFile = HOTLINE.caseFile(List.of()).bytes();
    byte[] archived = forger.archived();
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
