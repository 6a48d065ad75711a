package org.safehand.packaging.vectors.content;

import java.util.Arrays;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** Segments and envelopes that do not belong together, under a good seal. */
public final class SegmentForgeries {
  private static final String BIN = PackageNames.ciphertext(1, 0);
  private static final String CMS = PackageNames.envelope(1, 0);
  private static final String OTHER_BIN = PackageNames.ciphertext(2, 0);
  private static final String OTHER_CMS = PackageNames.envelope(2, 0);

  private final Target target;

  public SegmentForgeries(Target target) {
    this.target = target;
  }

  private Insider insider(String name) {
    return new Insider(target, "segment-" + name);
  }

  public void make() {
    PackageFault mismatch = PackageFault.EXHIBIT_MISMATCH;
    PackageFault undecryptable = PackageFault.ENVELOPE_UNDECRYPTABLE;
    Forgery other = Forgery.of(FixedPackages.OTHER.bytes());
    insider("foreign")
        .set(BIN, other.content(BIN))
        .refused(mismatch, "the ciphertext of another package");
    insider("foreign-with-its-envelope")
        .set(BIN, other.content(BIN))
        .set(CMS, other.content(CMS))
        .refused(mismatch, "ciphertext and envelope of another package, for the same recipient");
    Insider flipped = insider("flipped");
    byte[] ciphertext = flipped.forgery().content(BIN);
    ciphertext[0] ^= 1;
    flipped.set(BIN, ciphertext).refused(mismatch, "a bit of the ciphertext");
    Insider swapped = insider("envelopes-swapped");
    swapped.forgery().swapContents(CMS, OTHER_CMS);
    swapped.refused(undecryptable, "two segments with each other's envelopes");
    insider("foreign-envelope")
        .set(OTHER_CMS, other.content(OTHER_CMS))
        .refused(undecryptable, "the first exhibit opens, the second has a foreign envelope");
    Insider tag = insider("tag");
    byte[] envelope = tag.forgery().content(CMS);
    envelope[envelope.length - 1] ^= 1;
    tag.set(CMS, envelope).refused(undecryptable, "a bit of the tag");
    insider("content-inside")
        .encrypt(CMS, Insider.RECIPIENT, FixedPackages.text("synthetic\n"))
        .refused(PackageFault.ENVELOPE_MALFORMED, "an envelope with the content inside");
    insider("content-beside")
        .set(PackageNames.RELEASE, envelope())
        .refused(PackageFault.ENVELOPE_MALFORMED, "a release record's envelope without content");
    insider("no-envelope")
        .set(CMS, new byte[] {0x30, 0})
        .refused(PackageFault.ENVELOPE_MALFORMED, "DER of something else");
    for (String entry : new String[] {PackageNames.CASE, PackageNames.RELEASE, OTHER_CMS}) {
      Insider cut = insider("cut-" + Target.slug(entry));
      byte[] content = cut.forgery().content(entry);
      cut.set(entry, Arrays.copyOf(content, content.length - 1))
          .refused(PackageFault.ENVELOPE_MALFORMED, "an envelope without its last byte");
    }
    makeSwapped();
  }

  private void makeSwapped() {
    Insider both = insider("contents-swapped");
    both.forgery().swapContents(BIN, OTHER_BIN).swapContents(CMS, OTHER_CMS);
    both.refused(PackageFault.EXHIBIT_MISMATCH, "two exhibits under each other's numbers");
  }

  private byte[] envelope() {
    return Forgery.of(target.good()).content(CMS);
  }
}
