package org.safehand.packaging.vectors.archive;

import static org.safehand.packaging.vectors.fixed.FixedArchivePki.listsAt;

import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.evidence.ArchiveToken;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.aged.HandmadeRecord;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/**
 * Archive time-stamps of the right authority, of which it is not shown that it was valid for long
 * enough.
 */
final class ValidityForgeries {
  private static final Instant ARCHIVED = FixedArchivePki.ARCHIVED;
  private static final Instant RENEWED = FixedArchivePki.RENEWED;
  private static final PackageFault UNKNOWN = PackageFault.REVOCATION_UNKNOWN;

  private final Records records;
  private final ArchiveToken good;

  ValidityForgeries(Target target) {
    this.records = new Records(target);
    this.good = Records.first(records.group().node());
  }

  void make() {
    makeExpired();
    makeRevoked();
    makeLists();
    makeRenewedLists();
  }

  /** The archive time-stamp with {@code lists}. */
  private void lists(String name, PackageFault fault, List<X509CRL> lists, String shows) {
    records.refuse(name, fault, HandmadeRecord.over(records.group(), good.with(lists)), shows);
  }

  /** The archive time-stamp with {@code covered} in it, renewed at {@code moment}. */
  private void renewed(
      String name, PackageFault fault, List<X509CRL> covered, Instant moment, String shows) {
    EvidenceRecord before = HandmadeRecord.over(records.group(), good.with(covered));
    Imprint leaf = Imprint.of(Digest.of(before.last().token().encoded()));
    records.refuse(
        name, fault, Records.renewed(before, leaf, FixedArchivePki.SECOND, moment), shows);
  }

  /** Those of {@code lists} that the path of the first authority has. */
  private List<X509CRL> of(List<X509CRL> lists) {
    return lists.subList(0, 2);
  }

  private void makeExpired() {
    Instant late = FixedArchivePki.FIRST_ENDS.plusSeconds(1);
    renewed(
        "renewed-after-the-end",
        PackageFault.CERTIFICATE_EXPIRED,
        of(listsAt(late)),
        late,
        "a renewal a second after the certificate of the authority before ended");
  }

  private void makeRevoked() {
    PackageFault revoked = PackageFault.CERTIFICATE_REVOKED;
    lists(
        "revoked",
        revoked,
        of(listsAt(ARCHIVED, FixedArchivePki.FIRST)),
        "the authority was revoked when it stamped");
    lists(
        "issuer-revoked",
        revoked,
        of(listsAt(ARCHIVED, FixedPki.TSA_CA)),
        "the authority's issuer was revoked when it stamped");
    renewed(
        "renewed-after-revocation",
        revoked,
        of(listsAt(RENEWED, FixedArchivePki.FIRST)),
        RENEWED,
        "the authority was revoked before the renewal");
    renewed(
        "renewed-after-revocation-of-the-issuer",
        revoked,
        of(listsAt(RENEWED, FixedPki.TSA_CA)),
        RENEWED,
        "the authority's issuer was revoked before the renewal");
  }

  private void makeLists() {
    List<X509CRL> all = listsAt(ARCHIVED);
    lists("lists-none", UNKNOWN, List.of(), "no revocation list");
    lists("list-of-the-root-missing", UNKNOWN, all.subList(1, 2), "no list of the root");
    lists("list-of-the-issuer-missing", UNKNOWN, all.subList(0, 1), "no list of the issuer");
    lists("list-more", UNKNOWN, all, "the list of an issuer that is not on the path");
    List<X509CRL> twice = new ArrayList<>(of(all));
    twice.add(of(listsAt(ARCHIVED.plusSeconds(1))).get(1));
    lists("list-twice", UNKNOWN, twice, "two lists of one issuer");
    lists(
        "lists-too-old",
        UNKNOWN,
        of(listsAt(ARCHIVED.minus(Duration.ofDays(8)))),
        "revocation lists that ended before the time-stamp");
    lists(
        "lists-too-new",
        UNKNOWN,
        of(listsAt(ARCHIVED.plus(Duration.ofDays(1)))),
        "revocation lists that were issued after the time-stamp");
    lists(
        "list-of-another-issuer",
        UNKNOWN,
        List.of(all.get(0), FixedHotline.list(FixedPki.SEAL_CA)),
        "the list of another issuer in the place of one on the path");
  }

  private void makeRenewedLists() {
    renewed(
        "renewed-under-the-first-lists",
        UNKNOWN,
        of(listsAt(ARCHIVED)),
        RENEWED,
        "a renewal over revocation lists that ended before it");
    renewed(
        "renewed-under-later-lists",
        UNKNOWN,
        of(listsAt(RENEWED.plus(Duration.ofDays(1)))),
        RENEWED,
        "a renewal over revocation lists that were issued after it");
    renewed("renewed-under-no-lists", UNKNOWN, List.of(), RENEWED, "a renewal over no lists");
  }
}
