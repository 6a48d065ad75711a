package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.asic.ListedEntry;

/**
 * A data object group (RFC 4998, section 4.2): all entries of one package, so that none can be left
 * out.
 *
 * @param algorithm how they are hashed
 * @param members a hash value for each entry, in the order of the package; at least two
 */
public record DataGroup(HashAlgorithm algorithm, List<Imprint> members) {
  /** Checks that the members are of the algorithm. */
  public DataGroup {
    requireNonNull(algorithm, "algorithm is null");
    members = List.copyOf(members);
    if (members.size() < 2) {
      throw new IllegalArgumentException("a package has two entries or more");
    }
    for (Imprint member : members) {
      if (member.algorithm() != algorithm) {
        throw new IllegalArgumentException("not a value of " + algorithm + ": " + member);
      }
    }
  }

  /** The group of {@code entries} under SHA-256. */
  public static DataGroup of(List<ListedEntry> entries) {
    return new DataGroup(
        HashAlgorithm.SHA_256, entries.stream().map(entry -> Imprint.of(entry.sha256())).toList());
  }

  /**
   * The group that a hash-tree renewal stamps (RFC 4998, section 5.2): each value is hashed
   * together with that of the chains before, {@code sequence} in DER.
   */
  public DataGroup after(byte[] sequence) {
    byte[] previous = algorithm.engine().digest(sequence);
    return new DataGroup(
        algorithm,
        members.stream()
            .map(
                member -> {
                  MessageDigest engine = algorithm.engine();
                  engine.update(member.value());
                  return Imprint.of(algorithm, engine.digest(previous));
                })
            .toList());
  }

  /** The group's hash value, a leaf of the hash tree. */
  public Imprint node() {
    return HashPath.node(members);
  }
}
