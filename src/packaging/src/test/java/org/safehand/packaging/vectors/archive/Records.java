package org.safehand.packaging.vectors.archive;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.evidence.ArchiveStamp;
import org.safehand.packaging.evidence.ArchiveToken;
import org.safehand.packaging.evidence.DataGroup;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.evidence.HashPath;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.aged.HandmadeRecord;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;
import org.safehand.packaging.zip.ContainerBytes;

/** The good archived package with other records in it. */
final class Records {
  private final Target target;
  private final EvidenceRecord good;
  private final DataGroup group;

  Records(Target target) {
    this.target = target;
    this.good = HandmadeRecord.read(target.good());
    this.group = HandmadeRecord.group(target.good());
  }

  /** The record that it has. */
  EvidenceRecord good() {
    return good;
  }

  /** What that is over. */
  DataGroup group() {
    return group;
  }

  /** The same under {@code algorithm}. */
  List<Imprint> members(HashAlgorithm algorithm) {
    try (ContainerBytes bytes = ContainerBytes.ofArray(target.good())) {
      return AsicContainer.readArchivable(bytes).imprints(algorithm, count -> {});
    } catch (IOException | PackageException e) {
      throw new AssertionError(e);
    }
  }

  void refuse(String name, PackageFault fault, EvidenceRecord forged, String shows) {
    refuse(name, fault, forged.toBytes(), shows);
  }

  void refuse(String name, PackageFault fault, byte[] forged, String shows) {
    target.refuse(
        name,
        fault,
        Forgery.of(target.good()).set(AsicNames.EVIDENCE_RECORD, forged).bytes(),
        shows);
  }

  /** The good record with {@code change} done to its DER. */
  void refuse(String name, PackageFault fault, Consumer<Tlv> change, String shows) {
    Tlv der = Tlv.parse(good.toBytes());
    change.accept(der);
    refuse(name, fault, der.encoded(), shows);
  }

  /** A token of {@code tsa} over {@code imprint} with its path and lists of its time. */
  static ArchiveToken token(TestAuthority tsa, Instant moment, Imprint imprint) {
    return token(tsa, moment, imprint, FixedArchivePki.listsAt(moment));
  }

  /** The same with those of {@code lists} that it needs. */
  static ArchiveToken token(
      TestAuthority tsa, Instant moment, Imprint imprint, List<X509CRL> lists) {
    return HandmadeRecord.token(
        new FixedArchivePki().stamp(tsa, imprint, moment), tsa, FixedPki.trustAtFirst(), lists);
  }

  /** The first token of the good record, made again by hand. */
  static ArchiveToken first(Imprint imprint) {
    return token(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED, imprint);
  }

  /** {@code before} renewed over {@code leaf}, which is a value of its algorithm. */
  static EvidenceRecord renewed(
      EvidenceRecord before, Imprint leaf, TestAuthority tsa, Instant moment) {
    return before.renewed(
        new ArchiveStamp(leaf.algorithm(), HashPath.of(leaf, List.of()), token(tsa, moment, leaf)));
  }
}
