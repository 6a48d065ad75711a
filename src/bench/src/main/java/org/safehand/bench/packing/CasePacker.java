package org.safehand.bench.packing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.exhibit.IntakeVault;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.PendingPackage;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.SealException;
import org.safehand.referral.exhibit.Exhibit;

/** From stored exhibits to the recipes of sealed packages, one for each agency. */
public final class CasePacker {
  private final SampleHotline hotline = new SampleHotline();
  private final IntakeVault vault;

  /** Packs what lies in {@code vault}. */
  public CasePacker(IntakeVault vault) {
    this.vault = requireNonNull(vault, "vault is null");
  }

  /** Who seals, and whom it makes a verifier trust. */
  public SampleHotline hotline() {
    return hotline;
  }

  /** The ciphertext is read once, the case file sealed once, and each agency gets its headers. */
  public List<PackageRecipe> pack(List<Exhibit> exhibits, List<TestAuthority> agencies)
      throws SealException {
    List<StoredExhibit> stored = vault.open(exhibits);
    SealedCaseFile caseFile = hotline.caseFile(exhibits.stream().map(IntakeVault::record).toList());
    List<PackageRecipe> recipes = new ArrayList<>();
    for (TestAuthority agency : agencies) {
      recipes.add(pack(caseFile, stored, agency));
    }
    return recipes;
  }

  private PackageRecipe pack(
      SealedCaseFile caseFile, List<StoredExhibit> stored, TestAuthority agency)
      throws SealException {
    PackageAssembler packages = new PackageAssembler(hotline.seals(), hotline.envelopes());
    AuthorisedPackage authorised =
        packages.authorise(
            SampleHotline.routing(), caseFile, TestPki.recipient(agency).certificate(), stored);
    PendingPackage pending =
        packages.seal(authorised, SampleHotline.release(), hotline.authorise(authorised.header()));
    return pending.complete(hotline.stamp(pending.signatureDigest()));
  }
}
