package org.safehand.packaging.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;

/**
 * An evidence record (RFC 4998, section 3), as it says and not yet believed: no crypto or
 * encryption infos, no attributes, each hash algorithm stronger than the one before it.
 *
 * @param chains in the order of time; at least one
 */
public record EvidenceRecord(List<StampChain> chains) {
  /** Checks the order of the algorithms. */
  public EvidenceRecord {
    chains = List.copyOf(chains);
    if (chains.isEmpty()) {
      throw new IllegalArgumentException("an evidence record has a chain");
    }
    for (int i = 1; i < chains.size(); i++) {
      if (chains.get(i).algorithm().compareTo(chains.get(i - 1).algorithm()) <= 0) {
        throw new IllegalArgumentException("a hash algorithm that is not stronger than before");
      }
    }
  }

  /**
   * The record that is exactly {@code der}.
   *
   * @throws PackageException if it is none of this profile, or in another encoding
   */
  public static EvidenceRecord read(byte[] der) throws PackageException {
    EvidenceRecord found;
    try {
      found =
          of(
              org.bouncycastle.asn1.tsp.EvidenceRecord.getInstance(
                  ASN1Primitive.fromByteArray(der)));
    } catch (IOException | GeneralSecurityException | TimeStampException | RuntimeException e) {
      throw new PackageException(
          PackageFault.EVIDENCE_RECORD_MALFORMED,
          AsicNames.EVIDENCE_RECORD,
          "not an evidence record of this profile",
          e);
    }
    int difference = Arrays.mismatch(found.toBytes(), der);
    if (difference >= 0) {
      throw new PackageException(
          PackageFault.EVIDENCE_RECORD_NOT_CANONICAL,
          AsicNames.EVIDENCE_RECORD + ", byte " + difference,
          "it is not the one encoding of what it says");
    }
    return found;
  }

  private static EvidenceRecord of(org.bouncycastle.asn1.tsp.EvidenceRecord parsed)
      throws IOException, GeneralSecurityException, TimeStampException {
    List<StampChain> chains = new ArrayList<>();
    for (ArchiveTimeStampChain chain :
        parsed.getArchiveTimeStampSequence().getArchiveTimeStampChains()) {
      chains.add(StampChain.read(chain));
    }
    return new EvidenceRecord(chains);
  }

  /** The record in its one encoding. */
  public byte[] toBytes() {
    AlgorithmIdentifier[] algorithms =
        chains.stream()
            .map(chain -> ArchiveStamp.identifier(chain.algorithm()))
            .toArray(AlgorithmIdentifier[]::new);
    try {
      return new org.bouncycastle.asn1.tsp.EvidenceRecord(algorithms, null, null, sequence(chains))
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a record in memory has an encoding", e);
    }
  }

  /** The first {@code count} chains in DER: what a hash-tree renewal hashes with the data. */
  public byte[] sequence(int count) {
    try {
      return sequence(chains.subList(0, count)).getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a sequence in memory has an encoding", e);
    }
  }

  private static ArchiveTimeStampSequence sequence(List<StampChain> chains) {
    return new ArchiveTimeStampSequence(
        chains.stream().map(StampChain::toAsn1).toArray(ArchiveTimeStampChain[]::new));
  }

  /** The newest archive time-stamp. */
  public ArchiveStamp last() {
    return lastChain().last();
  }

  /** With {@code token} in place of the newest one, which nothing is over yet. */
  public EvidenceRecord withLast(ArchiveToken token) {
    return withLastChain(lastChain().withLast(token));
  }

  /** With {@code next} over the newest archive time-stamp (RFC 4998, section 5.2). */
  public EvidenceRecord renewed(ArchiveStamp next) {
    return withLastChain(lastChain().with(next));
  }

  /** With {@code first} of a new chain over the data and all chains (RFC 4998, section 5.2). */
  public EvidenceRecord rehashed(ArchiveStamp first) {
    List<StampChain> longer = new ArrayList<>(chains);
    longer.add(new StampChain(first.algorithm(), List.of(first)));
    return new EvidenceRecord(longer);
  }

  private StampChain lastChain() {
    return chains.get(chains.size() - 1);
  }

  private EvidenceRecord withLastChain(StampChain chain) {
    List<StampChain> changed = new ArrayList<>(chains);
    changed.set(chains.size() - 1, chain);
    return new EvidenceRecord(changed);
  }
}
