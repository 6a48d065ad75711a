package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFault;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.custody.trust.TsaTrust;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.timestamp.FixedAuthority;
import org.safehand.custody.vectors.timestamp.TimeStampVectors;

/** Trust folders. */
public final class TrustVectors implements VectorKind {
  private static final String BASE = "ok-worked-example";
  private static final String JSON = "trust.json";
  private static final String VKEY = "log.vkey";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00.123Z");

  @Override
  public String name() {
    return "trust";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException {
    FileSet files = FileSet.of(vector, suite);
    try (Scratch scratch = new Scratch()) {
      files.writeTo(scratch.folder());
      Trust trust = TrustFolder.read(scratch.folder());
      assertThat(trust.log().origin()).isEqualTo(vector.text("origin"));
      assertThat(trust.log().keys()).isEqualTo(Policy.vkeys(vector, "log-key"));
      assertThat(trust.log().witnesses()).isEqualTo(Policy.vkeys(vector, "witness"));
      assertThat(trust.log().quorum()).isEqualTo((int) vector.number("quorum"));
      return Vector.OK;
    } catch (TrustException e) {
      assertThat(e.place()).isEqualTo(vector.at());
      return e.fault().code();
    }
  }

  private static Trust trust() {
    List<VerifierKey> keys =
        List.of(TestKey.LOG.vkey(), TestKey.RETIRED.vkey(), TestKey.LOG_ML_DSA.vkey());
    List<VerifierKey> witnesses = List.of(TestKey.WITNESS.vkey(), TestKey.WITNESS_ML_DSA.vkey());
    return new Trust(
        new LogTrust(TestKey.ORIGIN, keys, witnesses, 1),
        List.of(new SealerTrust("hotline.example", Digest.of(), START, END)),
        List.of(FixedAuthority.ROOT.certificate()),
        List.of(FixedAuthority.INTERMEDIATE.certificate(), FixedAuthority.ROOT.certificate()),
        List.of(
            new TsaTrust(FixedAuthority.TSA.sha256(), Set.of(TimeStampVectors.POLICY, "1.2.3"))));
  }

  @Override
  public void make(Suite suite) throws IOException {
    try (Scratch scratch = new Scratch()) {
      new TrustFolderWriter(scratch.folder()).write(trust());
      Vector vector =
          new Policy(
                  List.of(TestKey.LOG, TestKey.RETIRED, TestKey.LOG_ML_DSA),
                  List.of(TestKey.WITNESS, TestKey.WITNESS_ML_DSA),
                  1)
              .in(Vector.ok("two log keys, one of ML-DSA-44, two witnesses, one of whom is asked"));
      for (String file : List.of(JSON, VKEY, "seal-ca.pem", "tsa-ca.pem")) {
        vector = FileSet.put(vector, file, Files.readAllBytes(scratch.folder().resolve(file)));
      }
      suite.put(BASE, vector);
    }
    String json = new String(FileSet.of(suite.get(BASE), suite).get(JSON), UTF_8);
    suite.put(
        "ok-any-layout",
        FileSet.put(suite.get(BASE).with("base", BASE), JSON, loose(json).getBytes(UTF_8)));
    suite.put(
        "ok-no-witness",
        FileSet.put(
            new Policy(List.of(TestKey.LOG, TestKey.RETIRED, TestKey.LOG_ML_DSA), List.of(), 0)
                .in(Vector.ok("no witness, in a list that holds only a space"))
                .with("base", BASE),
            JSON,
            json.replace(between(json, "\"witnesses\":"), "[ ]")
                .replace("\"quorum\":1", "\"quorum\":0")
                .getBytes(UTF_8)));
    makeFiles(suite);
    makeKeys(suite, json);
    makeMembers(suite, json);
    makeLists(suite, json);
  }

  /** The same with white space wherever it may stand, an escape, and a member in another place. */
  private static String loose(String json) {
    String spaced =
        json.replace("\":", "\" :\t")
            .replace("\",\"", "\" ,\r\n \"")
            .replace("{\"", "{ \"")
            .replace("[\"", "[\n\"")
            .replace("\"]", "\" ]")
            .replace("}", " }");
    return "\r\n"
        + spaced
            .replace("\"version\"", "\"\\u0076ersion\"")
            .replace("hotline.example", "hotline\\u002eexample")
        + " \n";
  }

  private static Vector from(TrustFault fault, String at, String shows) {
    return Vector.refused(fault.code(), shows).at(at).with("base", BASE);
  }

  private static void makeFiles(Suite suite) {
    for (String file : List.of(JSON, VKEY, "seal-ca.pem", "tsa-ca.pem")) {
      suite.put(
          "missing-" + file.replace('.', '-'),
          from(TrustFault.INCOMPLETE, file, "a file that is not there").with("no-file", file));
    }
    file(suite, "vkey-shorter", VKEY, TestKey.LOG.vkey() + "\n", "not all Ed25519 keys of the log");
    file(
        suite,
        "vkey-order",
        VKEY,
        TestKey.RETIRED.vkey() + "\n" + TestKey.LOG.vkey() + "\n",
        "the other order");
    file(suite, "pem-empty", "tsa-ca.pem", "", "no certificate");
    file(suite, "pem-words", "tsa-ca.pem", "no certificate\n", "no PEM");
    file(
        suite,
        "pem-no-certificate",
        "tsa-ca.pem",
        "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
        "PEM of something else");
    file(
        suite,
        "pem-other-label",
        "seal-ca.pem",
        "-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n",
        "PEM with another label");
    file(suite, "json-no-object", JSON, "[]", "no object");
    file(suite, "json-cut", JSON, "{", "not JSON");
  }

  private static void file(Suite suite, String name, String file, String content, String shows) {
    suite.put(
        name, FileSet.put(from(TrustFault.MALFORMED, file, shows), file, content.getBytes(UTF_8)));
  }

  /** The good trust.json with {@code from} replaced. */
  private static void json(
      Suite suite, String name, String json, String from, String to, String shows) {
    if (!json.contains(from)) {
      throw new IllegalArgumentException(name + ": trust.json has no " + from);
    }
    file(suite, name, JSON, json.replace(from, to), shows);
  }

  private static void makeKeys(Suite suite, String json) {
    String log = TestKey.LOG.vkey().toString();
    String retired = TestKey.RETIRED.vkey().toString();
    String mlDsa = TestKey.LOG_ML_DSA.vkey().toString();
    String witness = TestKey.WITNESS.vkey().toString();
    String id = log.substring(log.indexOf('+') + 1, log.indexOf('+') + 9);
    json(suite, "key-other-id", json, id, "00000000", "an id that is not the key's");
    json(suite, "key-capital-id", json, id, id.toUpperCase(Locale.ROOT), "a capital id");
    json(
        suite,
        "key-trailing-byte",
        json,
        log,
        log.substring(0, log.length() - 4) + "AAAA",
        "no key");
    json(suite, "key-without-id", json, "+" + id + "+", "+", "two parts");
    json(suite, "key-name-empty", json, log, log.substring(TestKey.ORIGIN.length()), "no name");
    json(suite, "key-name-space", json, log, " " + log, "a name with a space");
    json(suite, "key-type-2", json, log, typed(log, (byte) 2), "a type that is not known");
    json(suite, "key-empty", json, log, TestKey.ORIGIN + "+" + id + "+", "no key");
    json(suite, "key-ed25519-short", json, log, shortened(log), "31 bytes");
    json(suite, "key-ml-dsa-short", json, mlDsa, shortened(mlDsa), "1311 bytes");
    json(suite, "key-not-on-the-curve", json, log, offCurve(), "no point of the curve");
    json(suite, "key-twice", json, retired, log, "a key that is there twice");
    json(
        suite,
        "key-log-and-witness",
        json,
        witness,
        TestKey.WITNESS_ML_DSA.vkey().toString(),
        "a witness twice");
    String stranger = TestKey.STRANGER.vkey().toString();
    json(
        suite, "key-of-a-log-as-witness", json, witness, stranger, "a witness that signs as a log");
    json(suite, "key-log-as-witness", json, witness, log, "the log's key as a witness");
    json(suite, "key-witness-as-log", json, retired, witness, "a witness's key of the log");
    json(
        suite,
        "key-ml-dsa-alone",
        json,
        "\"" + log + "\",\"" + retired + "\",",
        "",
        "no Ed25519 key");
    json(
        suite,
        "keys-none",
        json,
        "\"" + log + "\",\"" + retired + "\",\"" + mlDsa + "\"",
        "",
        "no key");
  }

  /** {@code vkey} with another type byte and the id that belongs to it. */
  private static String typed(String vkey, byte type) {
    byte[] bytes = keyBytes(vkey);
    bytes[0] = type;
    return vkey(vkey, bytes);
  }

  private static String shortened(String vkey) {
    byte[] bytes = keyBytes(vkey);
    return vkey(vkey, Arrays.copyOf(bytes, bytes.length - 1));
  }

  private static String offCurve() {
    byte[] bytes = new byte[33];
    bytes[0] = 1;
    bytes[1] = 2;
    return vkey(TestKey.LOG.vkey().toString(), bytes);
  }

  private static byte[] keyBytes(String vkey) {
    return CanonicalBase64.decode(vkey.split("\\+", 3)[2]).orElseThrow();
  }

  private static String vkey(String like, byte[] typed) {
    String name = like.substring(0, like.indexOf('+'));
    byte[] hash = Digest.of((name + "\n").getBytes(UTF_8), typed).bytes();
    return name + "+" + HexFormat.of().formatHex(hash, 0, 4) + "+" + CanonicalBase64.encode(typed);
  }

  private static void makeMembers(Suite suite, String json) {
    json(suite, "version-2", json, "\"version\":1", "\"version\":2", "an unknown version");
    json(suite, "member-unknown", json, "\"version\":1", "\"version\":1,\"w\":1", "a member more");
    json(suite, "member-of-log", json, "\"origin\":", "\"o\":1,\"origin\":", "a member more");
    json(suite, "origin-missing", json, "\"origin\":\"" + TestKey.ORIGIN + "\"", "\"o\":1", "none");
    json(suite, "quorum-negative", json, "\"quorum\":1", "\"quorum\":-1", "below 0");
    json(suite, "quorum-too-large", json, "\"quorum\":1", "\"quorum\":3", "more than witnesses");
    json(suite, "quorum-huge", json, "\"quorum\":1", "\"quorum\":4294967297", "beyond 32 bits");
    json(suite, "quorum-leading-zero", json, "\"quorum\":1", "\"quorum\":01", "a leading zero");
    json(suite, "quorum-minus-zero", json, "\"quorum\":1", "\"quorum\":-0", "a negative zero");
    json(suite, "quorum-exponent", json, "\"quorum\":1", "\"quorum\":1e0", "an exponent");
    json(suite, "quorum-twice", json, "\"quorum\":1", "\"quorum\":1,\"quorum\":0", "twice");
    json(suite, "quorum-null", json, "\"quorum\":1", "\"quorum\":null", "null");
    json(suite, "trailing-comma", json, "\"version\":1,", "\"version\":1,,", "two commas");
    json(suite, "quorum-text", json, "\"quorum\":1", "\"quorum\":\"1\"", "no number");
    json(suite, "sealer-member", json, "\"notAfter\":", "\"a\":1,\"notAfter\":", "a member more");
    json(suite, "sealer-reversed", json, "2036-01-01", "2025-01-01", "an end before the start");
    json(suite, "sealer-time", json, "00:00:00.123Z", "00:00:00Z", "a time to the second");
    json(suite, "sealer-digest", json, Digest.of().hex(), "00", "a digest that is too short");
    json(
        suite,
        "sealer-digest-capital",
        json,
        Digest.of().hex(),
        Digest.of().hex().toUpperCase(Locale.ROOT),
        "a digest in capital hexadecimal");
    json(
        suite, "authority-member", json, "\"policies\":", "\"p\":1,\"policies\":", "a member more");
    json(suite, "file-name-path", json, "\"seal-ca.pem\"", "\"../seal-ca.pem\"", "a path");
    json(suite, "file-name-hidden", json, "\"seal-ca.pem\"", "\".seal-ca.pem\"", "a hidden file");
    json(suite, "file-name-empty", json, "\"seal-ca.pem\"", "\"\"", "no name");
  }

  private static void makeLists(Suite suite, String json) {
    json(suite, "seal-ca-empty", json, "[\"seal-ca.pem\"]", "[]", "no authority for seals");
    json(suite, "tsa-ca-empty", json, "[\"tsa-ca.pem\"]", "[]", "no authority for time-stamps");
    json(suite, "sealers-empty", json, between(json, "\"sealers\":"), "[]", "no sealer");
    json(
        suite, "authorities-empty", json, between(json, "\"timeStampAuthorities\":"), "[]", "none");
    json(suite, "policies-empty", json, between(json, "\"policies\":"), "[]", "no policy");
    json(suite, "witnesses-text", json, between(json, "\"witnesses\":"), "\"\"", "no list");
  }

  /** The array after {@code name}, which holds no array after its first closing bracket. */
  private static String between(String json, String name) {
    int start = json.indexOf(name) + name.length();
    int end = json.indexOf(name.contains("Authorities") ? "]}]" : "]", start);
    return json.substring(start, end + (name.contains("Authorities") ? 3 : 1));
  }
}
