package org.safehand.packaging.vectors.archive;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.evidence.ArchiveStamp;
import org.safehand.packaging.evidence.DataGroup;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.evidence.HashPath;
import org.safehand.packaging.evidence.StampChain;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.aged.HandmadeRecord;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** Good archive time-stamps that do not continue those before them. */
final class LinkForgeries {
  private static final HashAlgorithm SHA_256 = HashAlgorithm.SHA_256;
  private static final HashAlgorithm SHA_512 = HashAlgorithm.SHA_512;

  private final Records records;
  private final StampChain first;
  private final StampChain second;
  private final EvidenceRecord archived;
  private final EvidenceRecord renewed;
  private final FixedArchive other;

  LinkForgeries(Target rehashed) {
    this.records = new Records(rehashed);
    this.first = records.good().chains().get(0);
    this.second = records.good().chains().get(1);
    this.archived =
        new EvidenceRecord(List.of(new StampChain(SHA_256, first.stamps().subList(0, 1))));
    this.renewed = new EvidenceRecord(List.of(first));
    this.other =
        FixedArchive.of(FixedPackages.OTHER)
            .archived(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED.plusSeconds(1))
            .renewed(FixedArchivePki.SECOND, FixedArchivePki.RENEWED);
  }

  void make() {
    makeParts();
    makeRenewals();
    makePaths();
    makeHashTrees();
    makeTimes();
  }

  private void broken(String name, EvidenceRecord forged, String shows) {
    records.refuse(name, PackageFault.EVIDENCE_RECORD_LINK_BROKEN, forged, shows);
  }

  private static EvidenceRecord chain(ArchiveStamp... stamps) {
    return new EvidenceRecord(List.of(new StampChain(SHA_256, List.of(stamps))));
  }

  private void makeParts() {
    List<ArchiveStamp> stamps = first.stamps();
    ArchiveStamp third =
        Records.renewed(renewed, leaf(renewed), FixedArchivePki.THIRD, FixedArchivePki.REHASHED)
            .last();
    broken("link-left-out", chain(stamps.get(0), third), "a renewal in the middle was left out");
    broken(
        "links-swapped",
        chain(stamps.get(0), third, stamps.get(1)),
        "two renewals in the wrong order");
    broken("link-twice", chain(stamps.get(0), stamps.get(1), stamps.get(1)), "a renewal twice");
    records.refuse(
        "link-first-left-out",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        chain(stamps.get(1)),
        "the first archive time-stamp was left out");
    records.refuse(
        "links-reversed",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        chain(stamps.get(1), stamps.get(0)),
        "the renewal before what it renews");
    broken(
        "chain-shorter",
        new EvidenceRecord(List.of(archived.chains().get(0), second)),
        "the renewal before the new hash tree was left out");
    records.refuse(
        "chain-left-out",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        new EvidenceRecord(List.of(second)),
        "the chain before the new hash tree was left out");
  }

  private void makeRenewals() {
    broken(
        "renewal-of-another",
        archived.renewed(HandmadeRecord.read(other.bytes()).last()),
        "the renewal of another package");
    ArchiveStamp covered = first.stamps().get(0);
    broken(
        "renewal-under-other-lists",
        chain(
            new ArchiveStamp(
                SHA_256,
                covered.path(),
                covered
                    .token()
                    .with(
                        Records.token(
                                FixedArchivePki.FIRST,
                                FixedArchivePki.RENEWED.plusSeconds(1),
                                leaf(archived))
                            .lists())),
            first.stamps().get(1)),
        "other revocation lists in the archive time-stamp than when it was renewed");
    renewal(
        "renewal-over-the-bare-token",
        covered.token().token().bytes(),
        "over the token without its revocation lists");
    renewal(
        "renewal-over-the-archive-time-stamp",
        Tlv.parse(archived.toBytes()).at(2, 0, 0).encoded(),
        "over the archive time-stamp with its hash tree, and not over the token in it");
    broken(
        "renewal-over-the-data",
        Records.renewed(
            archived, records.group().node(), FixedArchivePki.SECOND, FixedArchivePki.RENEWED),
        "a renewal over the entries, and not over the time-stamp before it");
    broken(
        "renewal-under-another-hash",
        archived.renewed(
            new ArchiveStamp(
                SHA_256,
                new HashPath(List.of()),
                Records.token(
                    FixedArchivePki.SECOND,
                    FixedArchivePki.RENEWED,
                    Imprint.of(SHA_512, SHA_512.engine().digest(covered.token().encoded()))))),
        "a renewal whose token is over the SHA-512 of the one before it in a chain under SHA-256");
  }

  /** Lists from the time-stamp before up to what was stamped, of other numbers of values. */
  private void makePaths() {
    Imprint leaf = leaf(archived);
    Imprint one = Imprint.of(Digest.of(FixedPackages.text("one")));
    Imprint two = Imprint.of(Digest.of(FixedPackages.text("two")));
    path("renewal-of-a-list-of-one", List.of(leaf), "the time-stamp before alone in its list");
    path("renewal-of-a-list-of-three", List.of(leaf, one, two), "two siblings in the first list");
    path("renewal-without-the-leaf", List.of(one, two), "others in the first list");
    List<Imprint> descending = new ArrayList<>(HashPath.of(leaf, List.of(one)).lists().get(0));
    Collections.reverse(descending);
    path("renewal-unsorted", descending, "the values of the first list in the other order");
  }

  private void path(String name, List<Imprint> list, String shows) {
    broken(
        name,
        archived.renewed(
            new ArchiveStamp(
                SHA_256,
                new HashPath(List.of(list)),
                Records.token(
                    FixedArchivePki.SECOND, FixedArchivePki.RENEWED, HashPath.node(list)))),
        "a renewal with " + shows);
  }

  private void renewal(String name, byte[] over, String shows) {
    broken(
        name,
        Records.renewed(
            archived, Imprint.of(Digest.of(over)), FixedArchivePki.SECOND, FixedArchivePki.RENEWED),
        "a renewal " + shows);
  }

  /** What the next renewal of {@code before} must be over. */
  private static Imprint leaf(EvidenceRecord before) {
    return Imprint.of(Digest.of(before.last().token().encoded()));
  }

  private void makeHashTrees() {
    broken(
        "hash-tree-of-another",
        new EvidenceRecord(
            List.of(
                first,
                HandmadeRecord.read(
                        other
                            .rehashed(FixedArchivePki.THIRD, FixedArchivePki.REHASHED, SHA_512)
                            .bytes())
                    .chains()
                    .get(1))),
        "the new hash tree of another package");
    DataGroup bare = new DataGroup(SHA_512, records.members(SHA_512));
    hashTree("hash-tree-over-the-data", bare, "over the entries alone, without the chain before");
    hashTree(
        "hash-tree-over-a-shorter-chain",
        bare.after(archived.sequence(1)),
        "over the chain before without its renewal");
    byte[] previous = SHA_512.engine().digest(renewed.sequence(1));
    hashTree(
        "hash-tree-in-the-other-order",
        new DataGroup(
            SHA_512,
            bare.members().stream().map(member -> hashed(previous, member.value())).toList()),
        "with the hash value of the chain before in front of that of each entry");
    List<Imprint> fewer = new ArrayList<>(bare.members());
    fewer.remove(0);
    hashTree(
        "hash-tree-without-an-entry",
        new DataGroup(SHA_512, fewer).after(renewed.sequence(1)),
        "without package.json");
    EvidenceRecord twice = rehashed(HashAlgorithm.SHA_384, FixedArchivePki.RENEWED.plusSeconds(1));
    EvidenceRecord lastAlone = new EvidenceRecord(twice.chains().subList(1, 2));
    broken(
        "hash-tree-over-one-chain",
        twice.rehashed(stamp(bare.after(lastAlone.sequence(1)), FixedArchivePki.REHASHED)),
        "a third chain over the second alone, and not over the first too");
  }

  private EvidenceRecord rehashed(HashAlgorithm algorithm, Instant moment) {
    DataGroup group =
        new DataGroup(algorithm, records.members(algorithm)).after(renewed.sequence(1));
    return renewed.rehashed(
        new ArchiveStamp(
            algorithm,
            HashPath.of(group, List.of()),
            Records.token(FixedArchivePki.SECOND, moment, group.node())));
  }

  private static ArchiveStamp stamp(DataGroup group, Instant moment) {
    return stamp(group, FixedArchivePki.THIRD, moment);
  }

  private static ArchiveStamp stamp(DataGroup group, TestAuthority tsa, Instant moment) {
    return new ArchiveStamp(
        group.algorithm(), HashPath.of(group, List.of()), Records.token(tsa, moment, group.node()));
  }

  private void hashTree(String name, DataGroup group, String shows) {
    broken(
        name, renewed.rehashed(stamp(group, FixedArchivePki.REHASHED)), "a new hash tree " + shows);
  }

  private static Imprint hashed(byte[] one, byte[] then) {
    MessageDigest engine = SHA_512.engine();
    engine.update(one);
    return Imprint.of(SHA_512, engine.digest(then));
  }

  private void makeTimes() {
    PackageFault order = PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER;
    records.refuse(
        "archived-before-the-seal",
        order,
        HandmadeRecord.over(
            records.group(),
            Records.token(
                FixedArchivePki.FIRST,
                FixedHotline.STAMPED.minusSeconds(1),
                records.group().node())),
        "an archive time-stamp a second older than that of the seal");
    records.refuse(
        "renewed-before-it-was-archived",
        order,
        Records.renewed(
            archived,
            leaf(archived),
            FixedArchivePki.FIRST,
            FixedArchivePki.ARCHIVED.minusSeconds(1)),
        "a renewal a second older than what it is over");
    DataGroup group = new DataGroup(SHA_512, records.members(SHA_512)).after(renewed.sequence(1));
    records.refuse(
        "hash-tree-before-the-renewal",
        order,
        renewed.rehashed(
            stamp(group, FixedArchivePki.SECOND, FixedArchivePki.RENEWED.minusSeconds(1))),
        "a new hash tree a second older than what it is over");
  }
}
