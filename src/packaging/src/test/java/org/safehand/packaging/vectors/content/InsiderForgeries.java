package org.safehand.packaging.vectors.content;

import org.safehand.custody.digest.Digest;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.vectors.splice.Target;

/** Released and logged, in contradiction to the case file inside. */
public final class InsiderForgeries {
  private final Target target;

  public InsiderForgeries(Target target) {
    this.target = target;
  }

  public void make() {
    new Insider(target, "header-other-referral")
        .header(Insider.withReferral("01931b3e-7b2e-7000-8000-00000000000e"))
        .released()
        .refused(PackageFault.HEADER_MISMATCH, "it names another referral than the case file");
    new Insider(target, "header-other-seal-digest")
        .header(Insider.withSealDigest(Digest.of(new byte[] {1})))
        .released()
        .refused(
            PackageFault.CASE_FILE_MISMATCH, "it names another seal digest than the case file's");
    Insider fewer = new Insider(target, "header-exhibit-left-out");
    fewer.forgery().remove(PackageNames.ciphertext(2, 0)).remove(PackageNames.envelope(2, 0));
    fewer
        .header(Insider.with(Insider.HEADER.exhibits().subList(0, 1)))
        .released()
        .refused(PackageFault.HEADER_MISMATCH, "an exhibit of the case file was left out");
  }
}
