package org.safehand.custody.restore;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.trust.LogTrust;

/**
 * The leaves that provably lost their events.
 *
 * <p>Guarantee: a leaf is among them only if a key of the trusted log signed a restore whose lost
 * leaves are exactly those that are stored for its part of the log. Whoever has the database and
 * not the key can neither add one nor exchange one for another; to take one away leaves the others
 * of that restore unproven too.
 *
 * <p>All lost leaves are kept in memory, some 250 bytes each.
 */
public final class ProvenLosses {
  private final List<StoredRestore> restores = new ArrayList<>();
  private final List<RestoreStatement> matched = new ArrayList<>();
  private final Map<Digest, LostLeaf> byTag = new HashMap<>();
  private final List<Doubt> doubts = new ArrayList<>();

  private ProvenLosses() {}

  /** What of {@code restores} and {@code lost} the keys of {@code trust} prove. */
  public static ProvenLosses of(LogTrust trust, List<StoredRestore> restores, List<LostLeaf> lost) {
    requireNonNull(trust, "trust is null");
    ProvenLosses proven = new ProvenLosses();
    List<RestoreStatement> statements = proven.statements(trust, restores);
    List<LostLeaf> leaves = lost.stream().sorted(comparingLong(LostLeaf::index)).toList();
    for (RestoreStatement statement : statements) {
      proven.match(
          statement, leaves.stream().filter(leaf -> isWithin(statement, leaf.index())).toList());
    }
    for (LostLeaf leaf : leaves) {
      if (statements.stream().noneMatch(statement -> isWithin(statement, leaf.index()))) {
        proven.doubts.add(
            new Doubt(
                Doubt.Kind.LOSS,
                "index " + leaf.index(),
                "an event, or a restore that the log signed",
                "a leaf that is called lost"));
      }
    }
    return proven;
  }

  /** A restore begins where the log ended, so no two overlap. */
  private List<RestoreStatement> statements(LogTrust trust, List<StoredRestore> stored) {
    List<RestoreStatement> statements = new ArrayList<>();
    long end = 0;
    for (StoredRestore restore :
        stored.stream().sorted(comparingLong(StoredRestore::firstIndex)).toList()) {
      try {
        RestoreStatement statement = restore.verified(trust);
        if (statement.firstIndex() < end) {
          doubt(restore, "one from index " + end + " on", "another restore there");
          continue;
        }
        end = statement.size();
        statements.add(statement);
        restores.add(restore);
      } catch (NoteException e) {
        doubt(restore, "one that the log signed", String.valueOf(e.getMessage()));
      }
    }
    return statements;
  }

  private void doubt(StoredRestore restore, String expected, String found) {
    doubts.add(new Doubt(Doubt.Kind.RESTORE, restore.place(), expected, found));
  }

  private void match(RestoreStatement statement, List<LostLeaf> leaves) {
    LossDigest digest = new LossDigest();
    leaves.forEach(leaf -> digest.add(leaf.index(), leaf.leafHash()));
    if (digest.count() == statement.lost() && digest.digest().equals(statement.lostLeaves())) {
      matched.add(statement);
      leaves.forEach(leaf -> byTag.putIfAbsent(leaf.tag(), leaf));
    } else {
      doubts.add(
          new Doubt(
              Doubt.Kind.LOSS,
              "restore from index " + statement.firstIndex(),
              "the " + statement.lost() + " lost leaves that the log signed",
              leaves.size() + ", or others"));
    }
  }

  private static boolean isWithin(RestoreStatement statement, long index) {
    return index >= statement.firstIndex() && index < statement.size();
  }

  /** The restores that a key of the log signed, by their first index. */
  public List<StoredRestore> restores() {
    return List.copyOf(restores);
  }

  /** The lost leaf that has this tag. */
  public Optional<LostLeaf> find(Digest tag) {
    return Optional.ofNullable(byTag.get(tag));
  }

  /** Whether what is stored as lost at {@code index} is. */
  public boolean includes(long index) {
    return matched.stream().anyMatch(statement -> isWithin(statement, index));
  }

  /** Whether no leaf is. */
  public boolean isEmpty() {
    return byTag.isEmpty();
  }

  /** What is stored about restores and not proven. */
  public List<Doubt> doubts() {
    return List.copyOf(doubts);
  }
}
