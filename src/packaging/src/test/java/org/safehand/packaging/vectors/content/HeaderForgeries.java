package org.safehand.packaging.vectors.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.splice.Target;

/** A package.json against its entries, under a good seal. */
public final class HeaderForgeries {
  private static final String BIN = PackageNames.ciphertext(1, 0);
  private static final String CMS = PackageNames.envelope(1, 0);
  private static final String OTHER_BIN = PackageNames.ciphertext(2, 0);
  private static final String OTHER_CMS = PackageNames.envelope(2, 0);

  private final Target target;

  public HeaderForgeries(Target target) {
    this.target = target;
  }

  private Forgery good() {
    return Forgery.of(target.good());
  }

  public void make() {
    mismatch("envelope-missing", good().remove(CMS), "a segment without its envelope");
    mismatch("segment-missing", good().remove(BIN), "an envelope without its segment");
    mismatch(
        "exhibit-missing", good().remove(OTHER_BIN).remove(OTHER_CMS), "an exhibit is not there");
    mismatch(
        "segment-repeated",
        good()
            .addBefore(OTHER_BIN, PackageNames.ciphertext(1, 1), good().content(BIN))
            .addBefore(OTHER_BIN, PackageNames.envelope(1, 1), good().content(CMS)),
        "a segment is there a second time, under the next number");
    mismatch(
        "exhibits-in-another-order",
        good().swap(BIN, OTHER_BIN).swap(CMS, OTHER_CMS),
        "the second exhibit stands before the first");
    mismatch("envelope-first", good().swap(BIN, CMS), "an envelope before its segment");
    mismatch(
        "segment-shorter", good().set(BIN, new byte[9]), "a segment is a byte shorter than stated");
    mismatch(
        "entry-more",
        good().addBefore(PackageNames.OPEN_TXT, "case/notes.cms", new byte[1]),
        "an entry that it does not call for");
    mismatch(
        "instructions-missing", good().remove(PackageNames.OPEN_TXT), "the steps are not there");
    Forgery nothing = good();
    nothing.names().stream()
        .filter(name -> !name.equals(AsicNames.MIMETYPE) && !name.startsWith("META-INF/"))
        .toList()
        .forEach(nothing::remove);
    refuse(
        "nothing-listed",
        PackageFault.ENTRY_MISSING,
        nothing,
        "a container that lists nothing, which holds as one");
    String header = new String(good().content(PackageNames.HEADER), UTF_8);
    refuse(
        "not-canonical",
        PackageFault.HEADER_MALFORMED,
        good().set(PackageNames.HEADER, header.replace(":1,", ": 1,").getBytes(UTF_8)),
        "a space in package.json");
    refuse(
        "version-2",
        PackageFault.HEADER_MALFORMED,
        good()
            .set(
                PackageNames.HEADER,
                header.replace("\"version\":1", "\"version\":2").getBytes(UTF_8)),
        "another version of package.json");
  }

  private void mismatch(String name, Forgery forgery, String shows) {
    refuse(name, PackageFault.HEADER_MISMATCH, forgery, shows);
  }

  private void refuse(String name, PackageFault fault, Forgery forgery, String shows) {
    target.refuse(
        "header-" + name,
        fault,
        forgery.sealedBy(FixedHotline.GOOD.open("header " + name)),
        "sealed again: " + shows);
  }
}
