package org.safehand.packaging.sample.aged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.evidence.ArchiveStamp;
import org.safehand.packaging.evidence.ArchiveToken;
import org.safehand.packaging.evidence.DataGroup;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.evidence.HashPath;
import org.safehand.packaging.evidence.StampChain;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.zip.ContainerBytes;

/** Evidence records taken out of packages, put together by hand and put in. */
public final class HandmadeRecord {
  private HandmadeRecord() {}

  /** The record in {@code file}. */
  public static EvidenceRecord read(byte[] file) {
    try {
      return EvidenceRecord.read(Forgery.of(file).content(AsicNames.EVIDENCE_RECORD));
    } catch (PackageException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The archived {@code file} with {@code other} in place of its record. */
  public static byte[] with(byte[] file, EvidenceRecord other) {
    return with(file, other.toBytes());
  }

  /** The same with bytes that may be no record. */
  public static byte[] with(byte[] file, byte[] other) {
    return Forgery.of(file).set(AsicNames.EVIDENCE_RECORD, other).bytes();
  }

  /** What a record of {@code file} is over. */
  public static DataGroup group(byte[] file) {
    try (ContainerBytes bytes = ContainerBytes.ofArray(file)) {
      return DataGroup.of(AsicContainer.readArchivable(bytes).covered());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackageException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The record over {@code group} alone. */
  public static EvidenceRecord over(DataGroup group, ArchiveToken token) {
    return over(group.algorithm(), HashPath.of(group, List.of()), token);
  }

  /** The record of one archive time-stamp. */
  public static EvidenceRecord over(HashAlgorithm algorithm, HashPath path, ArchiveToken token) {
    return new EvidenceRecord(
        List.of(new StampChain(algorithm, List.of(new ArchiveStamp(algorithm, path, token)))));
  }

  /**
   * The token of {@code tsa} with its path in {@code trust} and those of {@code lists} it needs.
   */
  public static ArchiveToken token(
      TimeStampToken stamped, TestAuthority tsa, Trust trust, List<X509CRL> lists) {
    try {
      CertificatePath path = CertificatePath.find(tsa.certificate(), trust.tsaCa()).orElseThrow();
      List<X509CRL> needed = new ArrayList<>(lists);
      needed.removeIf(
          list ->
              path.issuers().stream()
                  .noneMatch(
                      issuer ->
                          issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())));
      return ArchiveToken.of(stamped, path, needed);
    } catch (TimeStampException e) {
      throw new IllegalStateException(e);
    }
  }
}
