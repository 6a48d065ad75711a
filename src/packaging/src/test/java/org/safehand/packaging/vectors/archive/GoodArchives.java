package org.safehand.packaging.vectors.archive;

import static org.safehand.packaging.vectors.archive.FixedArchives.ARCHIVED;
import static org.safehand.packaging.vectors.archive.FixedArchives.REHASHED;
import static org.safehand.packaging.vectors.archive.FixedArchives.SHORT;
import static org.safehand.packaging.vectors.archive.FixedArchives.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Spliced;

/** What was archived and renewed as it should be. */
final class GoodArchives {
  private static final FixedArchive P256 = FixedArchive.of(FixedPackages.TWO);

  private final Suite suite;

  GoodArchives(Suite suite) {
    this.suite = suite;
  }

  void make() {
    makeFirst();
    makeRenewed();
    makeRehashed();
    makeShort();
    makeWithdrawn();
  }

  private void accept(
      String name, FixedArchive archive, String base, byte[] original, String shows) {
    suite.put(
        "ok-" + name,
        Spliced.with(
            Vector.ok(shows)
                .with("digest", archive.digest().hex())
                .with("stamped", UtcText.seconds(FixedHotline.STAMPED))
                .withAll("archived", archive.stamps()),
            base,
            original,
            archive.bytes()));
  }

  private void accept(String name, FixedArchive archive, String shows) {
    accept(name, archive, FixedArchives.file("archived"), ARCHIVED.bytes(), shows);
  }

  private void makeFirst() {
    accept(
        "alone",
        P256.archived(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED),
        "one package under a time-stamp of its own");
    for (int i = 0; i < FixedArchives.TOGETHER.size(); i++) {
      String sample = FixedArchives.TOGETHER.get(i);
      accept(
          "together-" + (i + 1),
          FixedArchives.STAMPED_TOGETHER.get(i),
          FixedPackages.file(sample),
          FixedPackages.all().get(sample).bytes(),
          "one of five packages under one time-stamp");
    }
    String rsa = "sealed-by-rsa";
    accept(
        "sealed-by-rsa",
        FixedArchive.of(FixedPackages.all().get(rsa))
            .archived(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED),
        FixedPackages.file(rsa),
        FixedPackages.all().get(rsa).bytes(),
        "a package that was sealed with RSASSA-PSS");
    accept(
        "in-the-second-of-the-seal",
        P256.archived(FixedArchivePki.FIRST, FixedHotline.STAMPED),
        "archived in the second in which the seal was stamped");
  }

  private void makeRenewed() {
    FixedArchive renewed = ARCHIVED.renewed(FixedArchivePki.SECOND, FixedArchivePki.RENEWED);
    accept("renewed", renewed, "a renewal by another authority, under another issuer");
    accept(
        "renewed-by-the-same",
        ARCHIVED.renewed(FixedArchivePki.FIRST, FixedArchivePki.RENEWED),
        "a renewal by the same authority");
    accept(
        "renewed-at-once",
        ARCHIVED.renewed(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED),
        "a renewal in the same second");
    accept(
        "renewed-twice",
        renewed.renewed(FixedArchivePki.THIRD, FixedArchivePki.REHASHED),
        "a renewal of a renewal");
    List<FixedArchive> together =
        FixedArchive.renewed(
            FixedArchivePki.SECOND,
            FixedArchivePki.RENEWED,
            HashAlgorithm.SHA_256,
            List.of(
                P256.archived(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED.minusSeconds(1)),
                ARCHIVED,
                FixedArchives.STAMPED_TOGETHER.get(1)));
    accept(
        "renewed-together-1",
        together.get(0),
        "renewed under one time-stamp with packages that were archived under another");
    accept(
        "renewed-together-2",
        together.get(1),
        "renewed with others, one of them under the same time-stamp before");
    accept(
        "renewed-on-the-last-day",
        ARCHIVED.renewed(
            FixedArchivePki.SECOND, FixedArchivePki.FIRST_ENDS.minus(Duration.ofDays(1))),
        "a renewal a day before the certificate of the authority before ends");
  }

  private void makeRehashed() {
    accept("rehashed", REHASHED, "a renewal, and then a new hash tree under SHA-512");
    accept(
        "rehashed-and-renewed",
        FixedArchive.renewed(
                FixedArchivePki.THIRD,
                Instant.parse("2032-06-01T12:00:00Z"),
                HashAlgorithm.SHA_512,
                List.of(REHASHED))
            .get(0),
        FixedArchives.file("rehashed"),
        REHASHED.bytes(),
        "a renewal under SHA-512 after a new hash tree");
    accept(
        "rehashed-twice",
        ARCHIVED
            .rehashed(FixedArchivePki.SECOND, FixedArchivePki.RENEWED, HashAlgorithm.SHA_384)
            .rehashed(FixedArchivePki.THIRD, FixedArchivePki.REHASHED, HashAlgorithm.SHA_512),
        "new hash trees under SHA-384 and then SHA-512");
  }

  private void makeShort() {
    String base = FixedArchives.file("short");
    accept(
        "ended",
        SHORT,
        base,
        SHORT.bytes(),
        "never archived; the certificates of sealer and authority ended after the seal's stamp");
    accept(
        "archived-before-the-end",
        SHORT.archived(FixedArchivePki.FIRST, FixedArchivePki.SHORT_ENDS.minusSeconds(1)),
        base,
        SHORT.bytes(),
        "archived before the certificates of sealer and authority ended");
    accept(
        "archived-after-the-end",
        SHORT.archived(FixedArchivePki.FIRST, FixedArchivePki.ARCHIVED),
        base,
        SHORT.bytes(),
        "archived after the certificates of sealer and authority ended");
  }

  private void makeWithdrawn() {
    Instant before = FixedArchivePki.WITHDRAWAL.minusSeconds(1);
    accept(
        "withdrawn-archived-before",
        WITHDRAWN.archived(FixedArchivePki.FIRST, before),
        FixedArchives.file("withdrawn"),
        WITHDRAWN.bytes(),
        "the authority of the seal was withdrawn a second after the package was archived");
    FixedArchive archived = P256.archived(FixedArchivePki.WITHDRAWN, FixedArchivePki.ARCHIVED);
    accept(
        "archiving-withdrawn-renewed-before",
        archived.renewed(FixedArchivePki.FIRST, before),
        "the authority of the archive was withdrawn a second after the renewal");
    accept(
        "archiving-withdrawn-rehashed-before",
        archived.rehashed(FixedArchivePki.FIRST, before, HashAlgorithm.SHA_512),
        "the authority of the archive was withdrawn a second after a new hash tree");
    accept(
        "both-withdrawn-renewed-before",
        WITHDRAWN
            .archived(FixedArchivePki.WITHDRAWN, FixedArchivePki.ARCHIVED)
            .renewed(FixedArchivePki.FIRST, before),
        FixedArchives.file("withdrawn"),
        WITHDRAWN.bytes(),
        "the authority of seal and archive was withdrawn a second after the renewal");
    accept(
        "renewing-withdrawn-renewed-before",
        ARCHIVED
            .renewed(FixedArchivePki.WITHDRAWN, before.minus(Duration.ofDays(30)))
            .renewed(FixedArchivePki.FIRST, before),
        "the authority of the first renewal was withdrawn a second after the second");
  }
}
