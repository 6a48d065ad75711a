package org.safehand.packaging.vectors.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.safehand.packaging.vectors.fixed.FixedPackages.text;

import java.util.Arrays;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/** Case files whose parts are not those that were sealed, or contradict each other under a seal. */
final class CaseFileForgeries {
  private static final String MANIFEST = "manifest.json";
  private static final String CUSTODY = "custody.json";
  private static final List<String> LISTED =
      List.of("referral.json", CUSTODY, "summary.txt", "exhibits.sha256");

  private final Target target;

  CaseFileForgeries(Target target) {
    this.target = target;
  }

  void make() {
    makeOldSeal();
    makeSealers();
    makeEntries();
    makeManifests();
    makeContradictions();
  }

  private Forgery good() {
    return Forgery.of(target.good());
  }

  private static byte[] sealed(String name, Forgery forgery) {
    return forgery.sealedBy(FixedHotline.GOOD.open("case file " + name));
  }

  private void malformed(String name, Forgery forgery, String shows) {
    target.refuse(name, PackageFault.CASE_FILE_MALFORMED, sealed(name, forgery), shows);
  }

  private void makeOldSeal() {
    byte[] good = target.good();
    for (String name : LISTED) {
      byte[] content = good().content(name);
      content[content.length / 2] ^= 1;
      target.refuse(
          "flip-" + name.replace('.', '-'),
          PackageFault.ENTRY_DIGEST_MISMATCH,
          good().set(name, content).bytes(),
          "a bit of " + name + " under the old seal");
    }
    target.refuse(
        "seal-of-another",
        PackageFault.SEAL_OVER_OTHER_CONTENT,
        good()
            .set(
                AsicNames.SEAL,
                Forgery.of(FixedPackages.caseFile("p256-other")).content(AsicNames.SEAL))
            .bytes(),
        "the seal of another case file");
    PackageFault container = PackageFault.CONTAINER_MALFORMED;
    target.refuse("empty", container, new byte[0], "no bytes");
    target.refuse("cut", container, Arrays.copyOf(good, good.length - 1), "a byte less");
    target.refuse("byte-after", container, Arrays.copyOf(good, good.length + 1), "a byte more");
    target.refuse(
        "name-parent",
        PackageFault.ENTRY_NAME_REFUSED,
        good().addBefore(AsicNames.MANIFEST, "../evil.txt", text("text")).bytes(),
        "an entry that leads out of its folder");
    target.refuse(
        "entry-unlisted",
        PackageFault.ENTRY_UNLISTED,
        good().addBefore(AsicNames.MANIFEST, "more.txt", text("text")).bytes(),
        "an entry beside those that were sealed");
  }

  private void makeSealers() {
    Object[][] sealers = {
      {"other", FixedHotline.GOOD.sealer(FixedPki.OTHER_SEAL), PackageFault.SEALER_NOT_TRUSTED},
      {"expired", FixedHotline.GOOD.sealer(FixedPki.EXPIRED), PackageFault.CERTIFICATE_EXPIRED},
      {
        "revoked",
        FixedHotline.GOOD.listing(FixedHotline.list(FixedPki.SEAL_CA, FixedPki.SEAL)),
        PackageFault.CERTIFICATE_REVOKED
      },
      {
        "other-stamper",
        FixedHotline.GOOD.stamper(FixedPki.OTHER_TSA),
        PackageFault.SEAL_TIME_STAMP_REFUSED
      }
    };
    for (Object[] sealer : sealers) {
      target.refuse(
          "sealer-" + sealer[0],
          (PackageFault) sealer[2],
          good().sealedBy(((FixedHotline) sealer[1]).open("case file " + sealer[0])),
          "sealed by another, or at another time");
    }
  }

  private void makeEntries() {
    for (String name : LISTED) {
      byte[] content = good().content(name);
      malformed(
          "changed-" + name.replace('.', '-'),
          good().set(name, Arrays.copyOf(content, content.length - 1)),
          name + " was changed and the case file sealed again");
      target.refuse(
          "missing-" + name.replace('.', '-'),
          PackageFault.ENTRY_MISSING,
          sealed("missing " + name, good().remove(name)),
          name + " is not there");
    }
    target.refuse(
        "missing-manifest-json",
        PackageFault.ENTRY_MISSING,
        sealed("missing manifest", good().remove(MANIFEST)),
        "manifest.json is not there");
    malformed(
        "entry-more",
        good().addBefore(AsicNames.MANIFEST, "more.txt", text("text")),
        "an entry that is sealed and not in manifest.json");
    target.refuse(
        "evidence-record",
        PackageFault.ENTRY_OUT_OF_ORDER,
        good()
            .append(AsicNames.EVIDENCE_MANIFEST, text("manifest"))
            .append(AsicNames.EVIDENCE_RECORD, text("record"))
            .bytes(),
        "archived: a case file has no evidence record");
    malformed(
        "entries-swapped", good().swap(CUSTODY, "summary.txt"), "the entries in another order");
  }

  private void makeManifests() {
    String[][] changes = {
      {"space", "{\"custodyHead\"", "{ \"custodyHead\"", "a space"},
      {"version", ",\"version\":1}", ",\"version\":2}", "another version"},
      {"member", ",\"files\":", ",\"extra\":1,\"files\":", "a member more"},
      {"referral-version", "\"referralVersion\":1", "\"referralVersion\":0", "version 0"},
      {"exhibit-number", "\"number\":2", "\"number\":1", "two exhibits of one number"},
      {"exhibit-number-0", "\"number\":1", "\"number\":0", "an exhibit of number 0"},
      {"exhibit-number-10000", "\"number\":2", "\"number\":10000", "an exhibit of number 10000"},
      {"exhibit-number-100000", "\"number\":2", "\"number\":100000", "an exhibit of number 100000"},
      {"exhibit-member", "\"mediaType\":", "\"extra\":1,\"mediaType\":", "an exhibit with more"},
      {"segment-member", ",\"index\":0", ",\"extra\":1,\"index\":0", "a segment with more"},
      {"head-member", "{\"events\":1,", "{\"events\":1,\"extra\":1,", "a custody head with more"},
      {"file-member", "{\"name\":\"r", "{\"extra\":1,\"name\":\"r", "a file with more"},
      {"exhibit-size", "\"size\":10}", "\"size\":11}", "an exhibit longer than its segments"},
      {"segment-index", "\"index\":0", "\"index\":1", "segments that begin at 1"},
      {"no-segment", "\"segments\":[{", "\"segments\":[],\"s\":[{", "an exhibit without segments"},
      {"custody-events", "\"events\":1", "\"events\":2", "more custody events than there are"},
      {"file-name", "\"name\":\"summary.txt\"", "\"name\":\"summary\"", "another file"},
      {"file-size", "\"size\":32}", "\"size\":33}", "another size of a file"}
    };
    String manifest = new String(good().content(MANIFEST), UTF_8);
    for (String[] change : changes) {
      String changed = manifest.replace(change[1], change[2]);
      if (changed.equals(manifest)) {
        throw new IllegalArgumentException("nothing changed for " + change[0] + manifest);
      }
      malformed(
          "manifest-" + change[0],
          good().set(MANIFEST, changed.getBytes(UTF_8)),
          "manifest.json has " + change[3]);
    }
  }

  /** Consistent in sizes and digests, so that what is wrong is only what is said. */
  private void makeContradictions() {
    String sums = new String(good().content("exhibits.sha256"), UTF_8);
    listed(
        "sums-other-digest",
        "exhibits.sha256",
        (sums.startsWith("0") ? "1" : "0") + sums.substring(1),
        "another digest of an exhibit than manifest.json");
    listed(
        "sums-fewer",
        "exhibits.sha256",
        sums.substring(sums.indexOf('\n') + 1),
        "an exhibit fewer than manifest.json");
    listed("referral-not-json", "referral.json", "{", "no JSON");
    listed("referral-space", "referral.json", "{ \"what\":\"synthetic\"}", "JSON with a space");
    listed("referral-array", "referral.json", "[]", "no object");
    String custody = new String(good().content(CUSTODY), UTF_8);
    String event = custody.substring("{\"events\":[".length(), custody.indexOf("],\"version\""));
    listed("custody-none", CUSTODY, "{\"events\":[],\"version\":1}", "no event");
    listed(
        "custody-twice",
        CUSTODY,
        "{\"events\":[" + event + "," + event + "],\"version\":1}",
        "an event twice");
    listed(
        "custody-member",
        CUSTODY,
        custody.replace("],\"version\":1}", "],\"extra\":1,\"version\":1}"),
        "a member more");
    listed(
        "custody-event-member",
        CUSTODY,
        custody.replace(",\"leaf\":{", ",\"extra\":1,\"leaf\":{"),
        "an event with a member more");
    listed(
        "custody-version", CUSTODY, custody.replace("],\"version\":1}", "],\"version\":2}"), "v2");
    listed(
        "custody-other-salt",
        CUSTODY,
        custody.replaceFirst("\"d\":\"..", "\"d\":\"AA"),
        "a salt that does not open the leaf");
    listed(
        "custody-other-type",
        CUSTODY,
        custody.replace("\"type\":\"intake\"", "\"type\":\"read\""),
        "an event of another type than its leaf commits to");
  }

  /** {@code name} with {@code content}, named so in manifest.json, and sealed again. */
  private void listed(String name, String entry, String content, String shows) {
    byte[] old = good().content(entry);
    byte[] bytes = content.getBytes(UTF_8);
    String manifest = new String(good().content(MANIFEST), UTF_8);
    String changed = manifest.replace(line(entry, old), line(entry, bytes));
    if (Arrays.equals(old, bytes) || changed.equals(manifest)) {
      throw new IllegalArgumentException("nothing changed for " + name);
    }
    malformed(
        name,
        good().set(entry, bytes).set(MANIFEST, changed.getBytes(UTF_8)),
        entry + ", sealed and listed, has " + shows);
  }

  /** How manifest.json lists {@code entry}. */
  static String line(String entry, byte[] content) {
    return "{\"name\":\"%s\",\"sha256\":\"%s\",\"size\":%d}"
        .formatted(entry, Digest.of(content).hex(), content.length);
  }
}
