package org.safehand.packaging.manifest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * {@code manifest.json} of a case file: everything that the seal digest stands for.
 *
 * @param referral the referral's opaque id
 * @param referralVersion which version of it, from 1
 * @param legalBasis under which it is referred
 * @param custodyHead the custody chain so far
 * @param exhibits by rising number
 * @param files every other entry of the case file
 */
public record CaseManifest(
    String referral,
    int referralVersion,
    String legalBasis,
    CustodyHead custodyHead,
    List<ExhibitRecord> exhibits,
    List<ListedFile> files) {
  private static final long VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "custodyHead",
          "exhibits",
          "files",
          "legalBasis",
          "referral",
          "referralVersion",
          "version");

  /** Checks the version and that exhibits stand by rising number. */
  public CaseManifest {
    requireNonNull(referral, "referral is null");
    requireNonNull(legalBasis, "legalBasis is null");
    requireNonNull(custodyHead, "custodyHead is null");
    exhibits = List.copyOf(exhibits);
    files = List.copyOf(files);
    if (referralVersion < 1) {
      throw new IllegalArgumentException("versions count from 1, not " + referralVersion);
    }
    for (int i = 1; i < exhibits.size(); i++) {
      if (exhibits.get(i - 1).number() >= exhibits.get(i).number()) {
        throw new IllegalArgumentException("exhibits do not stand by rising number");
      }
    }
  }

  /** The one form, whose SHA-256 is the seal digest. */
  public byte[] toBytes() {
    return Jcs.write(
        JsonObject.builder()
            .put("custodyHead", custodyHead.toJson())
            .put("exhibits", JsonArray.of(exhibits.stream().map(ExhibitRecord::toJson).toList()))
            .put("files", JsonArray.of(files.stream().map(ListedFile::toJson).toList()))
            .put("legalBasis", legalBasis)
            .put("referral", referral)
            .put("referralVersion", referralVersion)
            .put("version", VERSION)
            .build());
  }

  /** The seal digest: names this version of the referral for ever. */
  public Digest sealDigest() {
    return Digest.of(toBytes());
  }

  /**
   * Reads the one form.
   *
   * @throws JsonException pointing at what is wrong in it
   */
  public static CaseManifest read(byte[] bytes) throws JsonException {
    JsonObject json = Jcs.readObject(bytes);
    json.requireOnly(MEMBERS);
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    List<ExhibitRecord> exhibits = new ArrayList<>();
    for (JsonObject exhibit : json.array("exhibits").objects()) {
      exhibits.add(ExhibitRecord.fromJson(exhibit));
    }
    List<ListedFile> files = new ArrayList<>();
    for (JsonObject file : json.array("files").objects()) {
      files.add(ListedFile.fromJson(file));
    }
    try {
      return new CaseManifest(
          json.string("referral"),
          Math.toIntExact(json.integer("referralVersion")),
          json.string("legalBasis"),
          CustodyHead.fromJson(json.object("custodyHead")),
          exhibits,
          files);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw json.fault("exhibits", String.valueOf(e.getMessage()));
    }
  }
}
