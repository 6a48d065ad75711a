package org.safehand.custody.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.VerifierKey;

/**
 * The file trust.json, version 1. It names the PEM files; reading those is {@link TrustFolder}'s.
 */
record TrustJson(
    LogTrust log,
    List<SealerTrust> sealers,
    List<String> sealCa,
    List<String> tsaCa,
    List<TsaTrust> timeStampAuthorities) {
  private static final long VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "log",
          "quorum",
          "sealCa",
          "sealers",
          "timeStampAuthorities",
          "tsaCa",
          "version",
          "witnesses");

  static TrustJson fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    List<SealerTrust> sealers = new ArrayList<>();
    for (JsonObject sealer : objects(json, "sealers")) {
      sealers.add(sealer(sealer));
    }
    List<TsaTrust> authorities = new ArrayList<>();
    for (JsonObject authority : objects(json, "timeStampAuthorities")) {
      authorities.add(authority(authority));
    }
    return new TrustJson(
        log(json), sealers, fileNames(json, "sealCa"), fileNames(json, "tsaCa"), authorities);
  }

  private static LogTrust log(JsonObject json) throws JsonException {
    JsonObject log = json.object("log");
    log.requireOnly(Set.of("keys", "origin"));
    List<VerifierKey> keys = keys(log, "keys");
    List<VerifierKey> witnesses = keys(json, "witnesses");
    long quorum = json.integer("quorum");
    if (quorum < 0 || quorum > witnesses.size()) {
      throw json.fault("quorum", "not between 0 and the number of witnesses");
    }
    try {
      return new LogTrust(log.string("origin"), keys, witnesses, (int) quorum);
    } catch (IllegalArgumentException e) {
      throw json.fault("log", String.valueOf(e.getMessage()));
    }
  }

  private static List<VerifierKey> keys(JsonObject json, String name) throws JsonException {
    List<VerifierKey> keys = new ArrayList<>();
    for (String vkey : json.array(name).strings()) {
      keys.add(
          VerifierKey.parse(vkey)
              .orElseThrow(() -> json.fault(name, "not a verifier key: " + vkey)));
    }
    return keys;
  }

  private static SealerTrust sealer(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("notAfter", "notBefore", "organisation", "spkiSha256"));
    Instant notBefore = time(json, "notBefore");
    Instant notAfter = time(json, "notAfter");
    if (notAfter.isBefore(notBefore)) {
      throw json.fault("notAfter", "before notBefore");
    }
    return new SealerTrust(
        json.string("organisation"), digest(json, "spkiSha256"), notBefore, notAfter);
  }

  private static TsaTrust authority(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("certificateSha256", "policies", "withdrawn"));
    Set<String> policies = new HashSet<>(json.array("policies").strings());
    if (policies.isEmpty()) {
      throw json.fault("policies", "empty");
    }
    Optional<Instant> withdrawn =
        json.has("withdrawn") ? Optional.of(time(json, "withdrawn")) : Optional.empty();
    return new TsaTrust(digest(json, "certificateSha256"), policies, withdrawn);
  }

  private static List<JsonObject> objects(JsonObject json, String name) throws JsonException {
    List<JsonObject> objects = json.array(name).objects();
    if (objects.isEmpty()) {
      throw json.fault(name, "empty");
    }
    return objects;
  }

  private static List<String> fileNames(JsonObject json, String name) throws JsonException {
    List<String> files = json.array(name).strings();
    if (files.isEmpty()) {
      throw json.fault(name, "empty");
    }
    for (String file : files) {
      if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw json.fault(name, "not the name of a file in this folder");
      }
    }
    return files;
  }

  private static Digest digest(JsonObject json, String name) throws JsonException {
    return Digest.parseHex(json.string(name))
        .orElseThrow(() -> json.fault(name, "not a SHA-256 digest in lower-case hexadecimal"));
  }

  private static Instant time(JsonObject json, String name) throws JsonException {
    return UtcText.parseMillis(json.string(name))
        .orElseThrow(() -> json.fault(name, "not a time in UTC to the millisecond"));
  }
}
