package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.TimeStampException;

/**
 * Archive time-stamps under one hash algorithm (RFC 4998, section 5.1): the first is over data,
 * each other over the one before it.
 *
 * @param algorithm of all of them
 * @param stamps in the order of time; at least one
 */
public record StampChain(HashAlgorithm algorithm, List<ArchiveStamp> stamps) {
  /** Checks that the time-stamps are of the algorithm. */
  public StampChain {
    requireNonNull(algorithm, "algorithm is null");
    stamps = List.copyOf(stamps);
    if (stamps.isEmpty()) {
      throw new IllegalArgumentException("a chain has an archive time-stamp");
    }
    for (ArchiveStamp stamp : stamps) {
      if (stamp.algorithm() != algorithm) {
        throw new IllegalArgumentException("a chain has one hash algorithm");
      }
    }
  }

  static StampChain read(ArchiveTimeStampChain chain)
      throws IOException, GeneralSecurityException, TimeStampException {
    List<ArchiveStamp> stamps = new ArrayList<>();
    for (ArchiveTimeStamp stamp : chain.getArchiveTimestamps()) {
      stamps.add(ArchiveStamp.read(stamp));
    }
    return new StampChain(stamps.get(0).algorithm(), stamps);
  }

  ArchiveTimeStampChain toAsn1() {
    return new ArchiveTimeStampChain(
        stamps.stream().map(ArchiveStamp::toAsn1).toArray(ArchiveTimeStamp[]::new));
  }

  ArchiveStamp last() {
    return stamps.get(stamps.size() - 1);
  }

  StampChain with(ArchiveStamp next) {
    List<ArchiveStamp> longer = new ArrayList<>(stamps);
    longer.add(next);
    return new StampChain(algorithm, longer);
  }

  StampChain withLast(ArchiveToken token) {
    List<ArchiveStamp> changed = new ArrayList<>(stamps);
    changed.set(stamps.size() - 1, new ArchiveStamp(algorithm, last().path(), token));
    return new StampChain(algorithm, changed);
  }
}
