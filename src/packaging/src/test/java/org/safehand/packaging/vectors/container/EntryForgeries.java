package org.safehand.packaging.vectors.container;

import static org.safehand.packaging.vectors.fixed.FixedPackages.text;

import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/** Other entries than were sealed, or the same elsewhere; the seal is the old one. */
public final class EntryForgeries {
  private static final String BIN = PackageNames.ciphertext(1, 0);
  private static final String OTHER_BIN = PackageNames.ciphertext(2, 0);
  private static final String CMS = PackageNames.envelope(1, 0);

  private final Target target;

  public EntryForgeries(Target target) {
    this.target = target;
  }

  private Forgery good() {
    return Forgery.of(target.good());
  }

  public void make() {
    makeMore();
    makeFewer();
    makeElsewhere();
    makeOthers();
  }

  private void makeMore() {
    for (String name : new String[] {"extra.txt", "META-INF/signature002.p7s"}) {
      target.refuse(
          "entry-extra-" + Target.slug(name),
          PackageFault.ENTRY_UNLISTED,
          good().addBefore(AsicNames.MANIFEST, name, text("text")).bytes(),
          "an entry that the manifest does not list");
    }
    target.refuse(
        "entry-extra-segment",
        PackageFault.ENTRY_UNLISTED,
        good().addBefore(OTHER_BIN, PackageNames.ciphertext(1, 1), good().content(BIN)).bytes(),
        "a segment is there a second time, under the next number");
    target.refuse(
        "entry-behind-the-seal",
        PackageFault.ENTRY_OUT_OF_ORDER,
        good()
            .addBefore(AsicNames.SEAL, "first", good().content(AsicNames.SEAL))
            .rename(AsicNames.SEAL, "extra.txt")
            .rename("first", AsicNames.SEAL)
            .bytes(),
        "an entry behind the seal");
  }

  private void makeFewer() {
    for (String name :
        new String[] {
          PackageNames.HEADER,
          PackageNames.CASE,
          PackageNames.RELEASE,
          PackageNames.OPEN_TXT,
          BIN,
          CMS,
          AsicNames.MIMETYPE,
          AsicNames.MANIFEST,
          AsicNames.SEAL
        }) {
      target.refuse(
          "entry-missing-" + Target.slug(name),
          PackageFault.ENTRY_MISSING,
          good().remove(name).bytes(),
          "an entry is not there");
    }
  }

  private void makeElsewhere() {
    refuse("segments-changed-places", good().swap(BIN, OTHER_BIN));
    refuse("segment-after-its-envelope", good().swap(BIN, CMS));
    refuse("mimetype-second", good().swap(AsicNames.MIMETYPE, PackageNames.HEADER));
    refuse("seal-before-manifest", good().swap(AsicNames.MANIFEST, AsicNames.SEAL));
  }

  private void refuse(String name, Forgery forgery) {
    target.refuse(
        "entry-" + name,
        PackageFault.ENTRY_OUT_OF_ORDER,
        forgery.bytes(),
        "the entries in another order than the manifest lists them");
  }

  private void makeOthers() {
    PackageFault mismatch = PackageFault.ENTRY_DIGEST_MISMATCH;
    Forgery other = Forgery.of(FixedPackages.OTHER.bytes());
    target.refuse(
        "entry-contents-changed-places",
        mismatch,
        good().swapContents(BIN, OTHER_BIN).bytes(),
        "two segments under each other's names");
    for (String name :
        new String[] {BIN, CMS, PackageNames.HEADER, PackageNames.CASE, PackageNames.RELEASE}) {
      target.refuse(
          "entry-foreign-" + Target.slug(name),
          mismatch,
          good().set(name, other.content(name)).bytes(),
          "an entry of another package for the same recipient, under the old seal");
    }
    Forgery readdressed = good();
    for (String name : new String[] {PackageNames.CASE, PackageNames.RELEASE}) {
      readdressed.set(
          name,
          FixedHotline.GOOD
              .open("readdressed " + name)
              .envelopes()
              .attached(
                  TestPki.recipient(FixedPki.ECDH_P384).certificate(),
                  FixedPackages.decrypted(target.good(), name, "p256")));
    }
    target.refuse(
        "entry-readdressed",
        mismatch,
        readdressed.bytes(),
        "encrypted again to another recipient, under the old seal");
    target.refuse(
        "entry-mimetype-zip",
        PackageFault.MIMETYPE_WRONG,
        good().set(AsicNames.MIMETYPE, text("application/zip")).bytes(),
        "another media type");
    target.refuse(
        "entry-mimetype-other-length",
        PackageFault.ENTRY_TOO_LARGE,
        good().set(AsicNames.MIMETYPE, text(AsicNames.ASIC_E + "\n")).bytes(),
        "a newline after the media type");
    target.refuse(
        "entry-mimetype-asics",
        PackageFault.MIMETYPE_WRONG,
        good().set(AsicNames.MIMETYPE, text("application/vnd.etsi.asic-s+zip")).bytes(),
        "the media type of ASiC-S");
  }
}
