package org.safehand.packaging.vectors.content;

import org.safehand.custody.vectors.form.Suite;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.recipient.RecipientAlgorithm;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** Good packages in the wrong hands, and packages sent on to somebody else. */
public final class RecipientForgeries {
  private final Suite suite;
  private final Target target;

  public RecipientForgeries(Suite suite, Target target) {
    this.suite = suite;
    this.target = target;
  }

  public void make() {
    makeWrongKeys();
    PackageFault other = PackageFault.RELEASE_OTHER_RECIPIENT;
    for (String to : new String[] {"p384", "rsa-3072", "ml-kem-768"}) {
      Insider insider = new Insider(target, "recipient-sent-on-to-" + to);
      for (String entry : new String[] {PackageNames.CASE, PackageNames.RELEASE}) {
        insider.encrypt(entry, to, insider.decrypted(entry));
      }
      insider.refused(to, other, "encrypted again to another recipient, and sealed again");
    }
    Insider released = new Insider(target, "recipient-released-to-another");
    released
        .releasedTo("p384")
        .released()
        .refused(other, "the release record names another recipient than it is encrypted to");
    new Insider(target, "recipient-header-names-another")
        .header(Insider.with(HeaderRecipient.of(Insider.certificate("p384"))))
        .released()
        .refused(
            PackageFault.HEADER_MISMATCH,
            "package.json names another recipient than the release record");
    HeaderRecipient own = HeaderRecipient.of(Insider.certificate("p256"));
    new Insider(target, "recipient-header-claims-ml-kem")
        .header(
            Insider.with(
                new HeaderRecipient(
                    own.certificateSha256(), own.keyIdentifier(), RecipientAlgorithm.ML_KEM_768)))
        .released()
        .refused(
            PackageFault.HEADER_MISMATCH,
            "package.json says quantum-safe of a certificate that is not");
    makeMixed();
  }

  private void makeWrongKeys() {
    PackageFault other = PackageFault.ENVELOPE_OTHER_RECIPIENT;
    String[][] wrong = {
      {"p256", "p256-other"},
      {"p256", "p384"},
      {"p256", "rsa-3072"},
      {"p256", "ml-kem-768"},
      {"p384", "p256"},
      {"rsa-3072", "p256"},
      {"ml-kem-768", "ml-kem-1024"},
      {"ml-kem-1024", "ml-kem-768"},
      {"ml-kem-768", "rsa-3072"}
    };
    for (String[] pair : wrong) {
      byte[] good = FixedPackages.all().get(pair[0]).bytes();
      new Target(suite, FixedPackages.file(pair[0]), good)
          .refuse(
              "recipient-key-of-" + pair[1] + "-for-" + pair[0],
              pair[1],
              other,
              good,
              "a good package for somebody else");
    }
    target.refuse(
        "recipient-renewed",
        "p256-renewed",
        PackageFault.RELEASE_OTHER_RECIPIENT,
        target.good(),
        "a good package, and another certificate of the key that it is for");
  }

  /** The package says one algorithm; one envelope is by another, for the same person or not. */
  private void makeMixed() {
    String envelope = PackageNames.envelope(1, 0);
    for (String from : new String[] {"rsa-3072", "ml-kem-768"}) {
      byte[] content = Forgery.of(FixedPackages.all().get(from).bytes()).content(envelope);
      new Insider(target, "recipient-one-envelope-for-" + from)
          .set(envelope, content)
          .refused(
              PackageFault.ENVELOPE_OTHER_RECIPIENT,
              "one envelope is by another algorithm, for somebody else");
    }
  }
}
