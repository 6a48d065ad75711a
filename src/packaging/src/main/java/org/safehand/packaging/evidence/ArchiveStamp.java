package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.TimeStampException;

/**
 * One archive time-stamp (RFC 4998, section 4.1), as it says and not yet believed.
 *
 * @param algorithm of the hash tree and of what was stamped
 * @param path from the leaf to what was stamped
 * @param token who stamped that, when
 */
public record ArchiveStamp(HashAlgorithm algorithm, HashPath path, ArchiveToken token) {
  /** Checks that nothing is missing. */
  public ArchiveStamp {
    requireNonNull(algorithm, "algorithm is null");
    requireNonNull(path, "path is null");
    requireNonNull(token, "token is null");
  }

  static ArchiveStamp read(ArchiveTimeStamp stamp)
      throws IOException, GeneralSecurityException, TimeStampException {
    String oid = stamp.getDigestAlgorithmIdentifier().getAlgorithm().getId();
    HashAlgorithm algorithm =
        HashAlgorithm.ofOid(oid)
            .orElseThrow(() -> new IllegalArgumentException("hash algorithm " + oid));
    PartialHashtree[] trees = stamp.getReducedHashTree();
    return new ArchiveStamp(
        algorithm,
        HashPath.read(algorithm, trees == null ? new PartialHashtree[0] : trees),
        ArchiveToken.read(stamp.getTimeStamp()));
  }

  ArchiveTimeStamp toAsn1() {
    PartialHashtree[] trees = path.toAsn1();
    return new ArchiveTimeStamp(
        identifier(algorithm), trees.length == 0 ? null : trees, token.toAsn1());
  }

  /** RFC 5754, section 2: without parameters. */
  static AlgorithmIdentifier identifier(HashAlgorithm algorithm) {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm.oid()));
  }
}
