package org.safehand.packaging.vectors.archive;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.evidence.DataGroup;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.evidence.HashPath;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.aged.HandmadeRecord;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** Records by the right authority over other things than exactly the entries of the package. */
final class GroupForgeries {
  private static final int[] TREE = {2, 0, 0, 1};

  private final Target target;
  private final Records records;
  private final List<Imprint> members;

  GroupForgeries(Target target) {
    this.target = target;
    this.records = new Records(target);
    this.members = records.group().members();
  }

  void make() {
    makeOthers();
    makeMembers();
    makeTrees();
    makePaths();
  }

  private void other(String name, HashPath path, Imprint root, String shows) {
    records.refuse(
        name,
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        HandmadeRecord.over(HashAlgorithm.SHA_256, path, Records.first(root)),
        shows);
  }

  private void other(String name, List<Imprint> all, String shows) {
    DataGroup group = new DataGroup(HashAlgorithm.SHA_256, all);
    other(name, HashPath.of(group, List.of()), group.node(), shows);
  }

  private void makeOthers() {
    records.refuse(
        "record-of-another",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        HandmadeRecord.read(FixedArchives.STAMPED_TOGETHER.get(1).bytes()),
        "the record of another package under the same time-stamp");
  }

  private void makeMembers() {
    List<String> names = Forgery.of(target.good()).names().subList(1, members.size() + 1);
    for (int i = 0; i < members.size(); i++) {
      List<Imprint> fewer = new ArrayList<>(members);
      fewer.remove(i);
      other("group-without-" + Target.slug(names.get(i)), fewer, "not over " + names.get(i));
    }
    List<Imprint> more = new ArrayList<>(members);
    more.add(Imprint.of(Digest.of(FixedPackages.text("more"))));
    other("group-with-more", more, "over something more than the entries");
    List<Imprint> media = new ArrayList<>(members);
    media.add(Imprint.of(Digest.of(FixedPackages.text(AsicNames.ASIC_E))));
    other("group-with-mimetype", media, "over the media type too");
    List<Imprint> twice = new ArrayList<>(members);
    twice.add(members.get(0));
    other("group-with-one-twice", twice, "over an entry twice");
  }

  private void makeTrees() {
    Imprint root = HashPath.node(members.subList(0, 2));
    for (Imprint member : members.subList(2, members.size())) {
      root = HashPath.node(List.of(root, member));
    }
    other(
        "tree-of-entries",
        HashPath.of(members.get(0), members.subList(1, members.size())),
        root,
        "a tree of the entries: it shows that one existed, and not that no other did");
    other(
        "tree-none",
        new HashPath(List.of()),
        records.group().node(),
        "over the hash value of all, which are not listed");
    List<Imprint> sorted = HashPath.of(records.group(), List.of()).lists().get(0);
    List<Imprint> rotated = new ArrayList<>(sorted);
    rotated.add(rotated.remove(0));
    other(
        "tree-unsorted",
        new HashPath(List.of(rotated)),
        records.group().node(),
        "the values in another order");
  }

  /** The way from the package up to what was stamped, with those that were archived with it. */
  private void makePaths() {
    List<List<Imprint>> lists = records.good().last().path().lists();
    List<List<Imprint>> pair = new ArrayList<>(lists.subList(0, 1));
    pair.add(List.of(lists.get(1).get(0), lists.get(2).get(0)));
    pair.addAll(lists.subList(3, lists.size()));
    records.refuse(
        "path-of-pairs",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        path(pair),
        "two values in one list on the way up");
    records.refuse(
        "path-with-an-empty-list",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        der -> der.at(TREE).children().add(1, Tlv.of(0x30, new Tlv[0])),
        "a list without a value on the way up");
    List<List<Imprint>> shorter = new ArrayList<>(lists);
    shorter.remove(1);
    stamp("path-shorter", shorter, "without a value on the way up");
    List<List<Imprint>> swapped = new ArrayList<>(lists);
    swapped.add(swapped.remove(1));
    stamp("path-swapped", swapped, "the values on the way up in another order");
    List<List<Imprint>> changed = new ArrayList<>(lists);
    changed.set(1, List.of(Imprint.of(Digest.of(FixedPackages.text("other")))));
    stamp("path-changed", changed, "another value on the way up");
    List<List<Imprint>> longer = new ArrayList<>(lists);
    longer.add(List.of(Imprint.of(Digest.of(FixedPackages.text("other")))));
    stamp("path-longer", longer, "a value more on the way up");
    stamp("path-none", lists.subList(0, 1), "without all values on the way up");
  }

  private void stamp(String name, List<List<Imprint>> lists, String shows) {
    records.refuse(
        name,
        PackageFault.ARCHIVE_TIME_STAMP_REFUSED,
        path(lists),
        shows + ", so that it does not lead to what was stamped");
  }

  private EvidenceRecord path(List<List<Imprint>> lists) {
    return HandmadeRecord.over(
        HashAlgorithm.SHA_256, new HashPath(lists), records.good().last().token());
  }
}
