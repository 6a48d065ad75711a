package org.safehand.packaging.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;

/**
 * A reduced hash tree (RFC 4998, sections 4.2 and 4.3): the way from one leaf up to the value that
 * was stamped. The tree is binary here and the values of a list are sorted, so that there is one
 * way to write it.
 *
 * @param lists from the leaf upwards; the first holds all members of a group, or a value and its
 *     sibling, each other one sibling; none where the leaf itself was stamped
 */
public record HashPath(List<List<Imprint>> lists) {
  private static final Comparator<Imprint> ASCENDING =
      (one, other) -> Arrays.compareUnsigned(one.value(), other.value());

  /** Copies the lists. */
  public HashPath {
    lists = lists.stream().map(List::copyOf).toList();
  }

  /** The path of {@code group}, whose node has {@code siblings} upwards. */
  public static HashPath of(DataGroup group, List<Imprint> siblings) {
    List<List<Imprint>> lists = new ArrayList<>();
    lists.add(group.members().stream().sorted(ASCENDING).toList());
    siblings.forEach(sibling -> lists.add(List.of(sibling)));
    return new HashPath(lists);
  }

  /** The path of the single value {@code leaf}, which has {@code siblings} upwards. */
  public static HashPath of(Imprint leaf, List<Imprint> siblings) {
    List<List<Imprint>> lists = new ArrayList<>();
    for (Imprint sibling : siblings) {
      lists.add(
          lists.isEmpty()
              ? List.of(leaf, sibling).stream().sorted(ASCENDING).toList()
              : List.of(sibling));
    }
    return new HashPath(lists);
  }

  /** The root above {@code group}, if this is a path of it. */
  Optional<Imprint> rootAbove(DataGroup group) {
    return lists.isEmpty() || !endsInSingles()
        ? Optional.empty()
        : rootIf(of(group, singles()), group.node());
  }

  /** The root above {@code leaf}, if this is a path of it. */
  Optional<Imprint> rootAbove(Imprint leaf) {
    if (lists.isEmpty()) {
      return Optional.of(leaf);
    }
    List<Imprint> first = new ArrayList<>(lists.get(0));
    if (!first.remove(leaf) || first.size() != 1 || !endsInSingles()) {
      return Optional.empty();
    }
    first.addAll(singles());
    return rootIf(of(leaf, first), node(lists.get(0)));
  }

  private Optional<Imprint> rootIf(HashPath expected, Imprint start) {
    if (!equals(expected)) {
      return Optional.empty();
    }
    Imprint node = start;
    for (Imprint sibling : singles()) {
      node = node(List.of(node, sibling));
    }
    return Optional.of(node);
  }

  private boolean endsInSingles() {
    return lists.stream().skip(1).allMatch(list -> list.size() == 1);
  }

  private List<Imprint> singles() {
    return lists.stream().skip(1).map(list -> list.get(0)).toList();
  }

  /** The hash value of {@code values}, one after the other in ascending order. */
  public static Imprint node(List<Imprint> values) {
    HashAlgorithm algorithm = values.get(0).algorithm();
    MessageDigest engine = algorithm.engine();
    values.stream().sorted(ASCENDING).forEach(value -> engine.update(value.value()));
    return Imprint.of(algorithm, engine.digest());
  }

  static HashPath read(HashAlgorithm algorithm, PartialHashtree[] trees) {
    List<List<Imprint>> lists = new ArrayList<>();
    for (PartialHashtree tree : trees) {
      lists.add(
          Arrays.stream(tree.getValues()).map(value -> Imprint.of(algorithm, value)).toList());
    }
    return new HashPath(lists);
  }

  PartialHashtree[] toAsn1() {
    return lists.stream()
        .map(list -> new PartialHashtree(list.stream().map(Imprint::value).toArray(byte[][]::new)))
        .toArray(PartialHashtree[]::new);
  }
}
