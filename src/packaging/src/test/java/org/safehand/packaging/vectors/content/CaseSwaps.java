package org.safehand.packaging.vectors.content;

import java.util.Arrays;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/**
 * Other case files than the one that was released. What can be wrong in one is a kind of its own.
 */
public final class CaseSwaps {
  private final Target target;

  public CaseSwaps(Target target) {
    this.target = target;
  }

  public void make() {
    new Insider(target, "case-of-another-package")
        .set(PackageNames.CASE, Forgery.of(FixedPackages.OTHER.bytes()).content(PackageNames.CASE))
        .refused(PackageFault.CASE_FILE_MISMATCH, "the case file of another package");
    Insider changed = new Insider(target, "case-summary-changed");
    changed
        .encrypt(
            PackageNames.CASE,
            Insider.RECIPIENT,
            Forgery.of(changed.decrypted(PackageNames.CASE))
                .set("summary.txt", FixedPackages.text("Nothing to see.\n"))
                .sealedBy(changed.hotline()))
        .refused(
            PackageFault.CASE_FILE_MALFORMED,
            "one entry of the case file was changed and the case file sealed again");
    sealedBy("case-sealed-by-another", FixedPki.OTHER_SEAL, PackageFault.SEALER_NOT_TRUSTED);
    sealedBy("case-sealed-by-a-colleague", FixedPki.COLLEAGUE, PackageFault.CASE_FILE_MISMATCH);
    Insider cut = new Insider(target, "case-cut");
    byte[] good = cut.decrypted(PackageNames.CASE);
    cut.encrypt(PackageNames.CASE, Insider.RECIPIENT, Arrays.copyOf(good, good.length / 2))
        .refused(PackageFault.CONTAINER_MALFORMED, "half of the case file");
    new Insider(target, "case-is-the-release")
        .encrypt(
            PackageNames.CASE,
            Insider.RECIPIENT,
            FixedPackages.decrypted(target.good(), PackageNames.RELEASE, Insider.RECIPIENT))
        .refused(PackageFault.CONTAINER_MALFORMED, "a release record in the place of a case file");
    Insider swapped = new Insider(target, "case-and-release-swapped");
    swapped.forgery().swapContents(PackageNames.CASE, PackageNames.RELEASE);
    swapped.refused(PackageFault.SEAL_MALFORMED, "case file and release record changed places");
  }

  private void sealedBy(String name, TestAuthority sealer, PackageFault fault) {
    Insider insider = new Insider(target, name);
    insider
        .encrypt(
            PackageNames.CASE,
            Insider.RECIPIENT,
            Forgery.of(insider.decrypted(PackageNames.CASE))
                .sealedBy(FixedHotline.GOOD.sealer(sealer).open("inside " + name)))
        .refused(fault, "the case file is sealed by somebody else than the package");
  }
}
