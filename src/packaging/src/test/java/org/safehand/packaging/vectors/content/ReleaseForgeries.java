package org.safehand.packaging.vectors.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.release.ReleaseFacts;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestLog;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.seal.SealEdits;
import org.safehand.packaging.vectors.splice.Target;

/** Release records of other packages, by other keys, or that the log does not know. */
public final class ReleaseForgeries {
  private static final UUID EVENT = UUID.fromString("01931b3e-7b2e-7000-8000-000000000003");

  private final Target target;

  public ReleaseForgeries(Target target) {
    this.target = target;
  }

  private Insider insider(String name) {
    return new Insider(target, "release-" + name);
  }

  public void make() throws SealException {
    makeSwaps();
    makeProofs();
    makeSigners();
    makeForms();
  }

  private void makeSwaps() {
    PackageFault mismatch = PackageFault.RELEASE_MISMATCH;
    insider("of-another-package")
        .set(
            PackageNames.RELEASE,
            Forgery.of(FixedPackages.OTHER.bytes()).content(PackageNames.RELEASE))
        .refused(mismatch, "the release record of another package for the same recipient");
    insider("other-handling")
        .header(Insider.with(routing(Insider.HEADER.packageId())))
        .refused(mismatch, "package.json was changed after the release");
    insider("other-package-id")
        .header(
            Insider.with(
                SampleHotline.routing(
                    UUID.fromString("01931b3e-7b2e-7000-8000-00000000000f"),
                    Insider.HEADER.routing().created())))
        .refused(mismatch, "an old package under a new id");
    PackageHeader other = FixedPackages.OTHER.header();
    Insider event = insider("event-of-another-package");
    event
        .released(event.hotline().authorise(other))
        .refused(mismatch, "the event in the log authorises another package");
    Insider type = insider("event-of-another-type");
    EventHeader.Builder read = TestLog.header(EVENT, EventType.READ, FixedHotline.SIGNED);
    ReleaseFacts.of(Insider.HEADER).forEach(read::fact);
    type.released(type.hotline().authorise(read))
        .refused(mismatch, "the event in the log authorises nothing");
    for (String fact : ReleaseFacts.of(Insider.HEADER).keySet().stream().sorted().toList()) {
      Insider without = insider("event-other-" + fact.toLowerCase(Locale.ROOT));
      EventHeader.Builder event2 =
          TestLog.header(EVENT, EventType.TRANSMIT_AUTHORISED, FixedHotline.SIGNED);
      ReleaseFacts.of(Insider.HEADER)
          .forEach((key, value) -> event2.fact(key, key.equals(fact) ? "other" : value));
      without
          .released(without.hotline().authorise(event2))
          .refused(mismatch, "the event in the log names another " + fact);
    }
  }

  private static Routing routing(UUID id) {
    Routing good = Insider.HEADER.routing();
    return new Routing(
        id, good.sender(), good.created(), good.sequence(), good.supersedes(), "TLP:CLEAR");
  }

  private void makeProofs() {
    SampleHotline elsewhere = FixedHotline.GOOD.open("elsewhere", FixedHotline.log("another log"));
    insider("proof-of-another-log")
        .released(elsewhere.authorise(Insider.HEADER))
        .refused(PackageFault.CUSTODY_PROOF_WRONG, "the proof is of a log that is not trusted");
    Insider flipped = insider("proof-flipped");
    String record =
        new String(
            ReleaseRecord.of(
                    Insider.HEADER,
                    SampleHotline.release(FixedHotline.SIGNED),
                    flipped.hotline().authorise(Insider.HEADER))
                .toBytes(),
            UTF_8);
    int at = record.indexOf("\\n", record.indexOf("index 1")) + 2;
    char other = record.charAt(at) == 'A' ? 'B' : 'A';
    flipped
        .signed((record.substring(0, at) + other + record.substring(at + 1)).getBytes(UTF_8))
        .refused(PackageFault.CUSTODY_PROOF_WRONG, "a hash of the proof is another");
  }

  private void makeSigners() throws SealException {
    byte[] record =
        ReleaseRecord.of(
                Insider.HEADER,
                SampleHotline.release(FixedHotline.SIGNED),
                FixedHotline.GOOD.open("release").authorise(Insider.HEADER))
            .toBytes();
    PackageFault untrusted = PackageFault.SEALER_NOT_TRUSTED;
    insider("signed-by-another")
        .encrypt(
            PackageNames.RELEASE,
            Insider.RECIPIENT,
            FixedHotline.GOOD.sealer(FixedPki.OTHER_SEAL).open("signer").seals().signRecord(record))
        .refused(untrusted, "signed by a certificate that is not trusted");
    insider("signed-by-a-colleague")
        .encrypt(
            PackageNames.RELEASE,
            Insider.RECIPIENT,
            FixedHotline.GOOD.sealer(FixedPki.COLLEAGUE).open("signer").seals().signRecord(record))
        .refused(untrusted, "signed by another trusted certificate than the package's seal");
    byte[] signed = FixedHotline.GOOD.open("signer").seals().signRecord(record);
    byte[] flipped = signed.clone();
    flipped[flipped.length - 1] ^= 1;
    insider("signature")
        .encrypt(PackageNames.RELEASE, Insider.RECIPIENT, flipped)
        .refused(PackageFault.SEAL_SIGNATURE_WRONG, "a bit of its signature");
    insider("detached")
        .encrypt(
            PackageNames.RELEASE,
            Insider.RECIPIENT,
            Forgery.of(target.good()).content("META-INF/signature001.p7s"))
        .refused(PackageFault.SEAL_MALFORMED, "the content is not inside its signature");
    insider("byte-after")
        .encrypt(PackageNames.RELEASE, Insider.RECIPIENT, Arrays.copyOf(signed, signed.length + 1))
        .refused(PackageFault.SEAL_MALFORMED, "a byte behind its signature");
    List<X509Certificate> path =
        List.of(
            FixedPki.SEAL.certificate(),
            FixedPki.SEAL_CA.certificate(),
            FixedPki.ROOT.certificate());
    insider("with-a-list")
        .encrypt(
            PackageNames.RELEASE,
            Insider.RECIPIENT,
            SealEdits.withMaterial(signed, path, List.of(FixedHotline.list(FixedPki.ROOT))))
        .refused(PackageFault.SEAL_NOT_CANONICAL, "a revocation list beside its signature");
    insider("without-its-path")
        .encrypt(
            PackageNames.RELEASE,
            Insider.RECIPIENT,
            SealEdits.withMaterial(signed, path.subList(0, 1), List.of()))
        .refused(PackageFault.SEAL_NOT_CANONICAL, "its certificate without the path");
  }

  private void makeForms() {
    insider("empty-object")
        .signed(FixedPackages.text("{}"))
        .refused(PackageFault.RELEASE_MALFORMED, "an empty object");
    String record =
        new String(
            ReleaseRecord.of(
                    Insider.HEADER,
                    SampleHotline.release(FixedHotline.SIGNED),
                    FixedHotline.GOOD.open("release").authorise(Insider.HEADER))
                .toBytes(),
            UTF_8);
    String[][] changes = {
      {"version-2", "\"version\":1}", "\"version\":2}", "another version"},
      {"space", "{\"author\":", "{ \"author\":", "a space"},
      {"member", "\"headerSha256\":", "\"extra\":1,\"headerSha256\":", "a member more"},
      {"authorised-member", "\"authorised\":{", "\"authorised\":{\"extra\":1,", "more"},
      {"one-person", "\"id\":\"S-7\"", "\"id\":\"S-1042\"", "author and releaser are one person"},
      {"no-releaser", "\"releaser\":", "\"releaset\":", "nobody released it"},
      {"time", "04:48.000Z", "04:48Z", "a time to the second"},
      {"salt", "\"headerSalt\":\"", "\"headerSalt\":\"00", "a salt that is too long"}
    };
    for (String[] change : changes) {
      String changed = record.replace(change[1], change[2]);
      if (changed.equals(record)) {
        throw new IllegalArgumentException("nothing changed for " + change[0]);
      }
      insider("form-" + change[0])
          .signed(changed.getBytes(UTF_8))
          .refused(PackageFault.RELEASE_MALFORMED, "the record has " + change[3]);
    }
    for (String member : new String[] {"packageId", "headerSha256", "sealDigest"}) {
      int at = record.lastIndexOf("\"" + member + "\":\"") + member.length() + 4;
      char other = record.charAt(at) == '0' ? '1' : '0';
      insider("of-another-" + member.toLowerCase(Locale.ROOT))
          .signed((record.substring(0, at) + other + record.substring(at + 1)).getBytes(UTF_8))
          .refused(
              PackageFault.RELEASE_MISMATCH,
              "the record names another " + member + " than the event in the log");
    }
  }
}
