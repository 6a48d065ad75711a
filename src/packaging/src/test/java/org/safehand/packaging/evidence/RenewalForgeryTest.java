package org.safehand.packaging.evidence;

import static org.safehand.packaging.evidence.EvidenceForger.PACKAGE;
import static org.safehand.packaging.evidence.EvidenceForger.token;
import static org.safehand.packaging.sample.aged.HandmadeRecord.group;
import static org.safehand.packaging.sample.aged.HandmadeRecord.over;
import static org.safehand.packaging.sample.aged.HandmadeRecord.read;
import static org.safehand.packaging.sample.aged.HandmadeRecord.with;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.aged.AgedPki;

/** Archive time-stamps that do not continue those before them. */
class RenewalForgeryTest {
  private final EvidenceForger forger;

  RenewalForgeryTest(@TempDir Path folder) {
    forger = new EvidenceForger(folder);
  }

  @Test
  void archivedBeforeItWasSealed_isRefused() throws Exception {
    DataGroup group = group(PACKAGE);
    forger.assertRefused(
        with(
            forger.archived(),
            over(group, token(AgedPki.TSA_2010, AgedPki.at(2010, 5), group.node()))),
        PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER);
  }

  @Test
  void renewalOlderThanWhatItIsOver_isRefused() throws Exception {
    EvidenceRecord first = read(forger.archived());
    Imprint leaf = Imprint.of(Digest.of(first.last().token().encoded()));
    ArchiveStamp older =
        new ArchiveStamp(
            HashAlgorithm.SHA_256,
            HashPath.of(leaf, List.of()),
            token(AgedPki.TSA_2012, AgedPki.at(2012, 3), leaf));
    forger.assertRefused(
        with(forger.archived(), first.renewed(older)), PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER);
  }

  @Test
  void renewalOverOtherBytes_isRefused() throws Exception {
    ArchiveStamp foreign =
        read(forger.archivist().renew(AgedPki.TSA_2015, AgedPki.RENEWED, forger.archivedOther()))
            .last();
    forger.assertRefused(
        with(forger.archived(), read(forger.archived()).renewed(foreign)),
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void revocationListChangedUnderARenewal_isRefused() throws Exception {
    EvidenceRecord good = read(forger.renewed());
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
    forger.assertRefused(with(forger.renewed(), forged), PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void renewalInTheMiddleLeftOut_isRefused() throws Exception {
    byte[] twice =
        forger.archivist().renew(AgedPki.TSA_2019, AgedPki.at(2019, 3), forger.renewed());
    List<ArchiveStamp> stamps = read(twice).chains().get(0).stamps();
    EvidenceRecord gap =
        new EvidenceRecord(
            List.of(new StampChain(HashAlgorithm.SHA_256, List.of(stamps.get(0), stamps.get(2)))));
    forger.assertRefused(with(twice, gap), PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void chainBeforeAChangeOfHashLeftOutOrOfAnother_isRefused() throws Exception {
    List<StampChain> chains = read(forger.rehashed()).chains();
    forger.assertRefused(
        with(forger.rehashed(), new EvidenceRecord(chains.subList(1, 2))),
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT);
    forger.assertRefused(
        with(
            forger.rehashed(),
            new EvidenceRecord(List.of(read(forger.archived()).chains().get(0), chains.get(1)))),
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }

  @Test
  void changeOfHashOverOtherData_isRefused() throws Exception {
    byte[] other =
        forger.archivist().renew(AgedPki.TSA_2015, AgedPki.RENEWED, forger.archivedOther());
    StampChain foreign =
        read(forger
                .archivist()
                .rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, other))
            .chains()
            .get(1);
    forger.assertRefused(
        with(
            forger.rehashed(),
            new EvidenceRecord(List.of(read(forger.rehashed()).chains().get(0), foreign))),
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN);
  }
}
