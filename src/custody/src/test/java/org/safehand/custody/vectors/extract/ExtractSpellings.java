package org.safehand.custody.vectors.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.Policy;

/** Files that are not an extract in its one encoding. */
final class ExtractSpellings {
  private static final String FILE = "the file";
  private static final String START = "{\"case\":\"" + Parts.CASE + "\",\"checkpoint\":";
  private static final String END = "}],\"v\":1}";

  private final Suite suite;
  private final ExtractEdits links;
  private final ExtractEdits toDate;

  ExtractSpellings(Suite suite) {
    this.suite = suite;
    this.links = new ExtractEdits(suite, ExtractVectors.LINKS);
    this.toDate = new ExtractEdits(suite, ExtractVectors.TO_DATE);
  }

  void make() {
    makeFiles();
    makeVersions();
    makeMembers();
    makePeriods();
    makeEvents();
    makeLost();
    makeHashes();
    makeParts();
  }

  private void whole(String name, byte[] file, String shows) {
    suite.put(
        name,
        Policy.LOG
            .in(Vector.refused(ExtractFault.MALFORMED.code(), shows))
            .at(FILE)
            .with(ExtractVectors.EXTRACT, file));
  }

  private void makeFiles() {
    whole("empty", new byte[0], "no bytes");
    whole("array", "[]".getBytes(UTF_8), "no object");
    whole("latin-1", "{\"case\":\"\u00e9\"}".getBytes(ISO_8859_1), "another encoding than UTF-8");
    links.malformed("cut", FILE, END, "}],\"v\":1", "a byte less");
    links.malformed("byte-after", FILE, END, END + "x", "a byte more");
    links.malformed("newline-after", FILE, END, END + "\n", "a newline at the end");
    links.malformed("space", FILE, START, START.replace(":", ": "), "spaces");
    links.malformed("byte-order-mark", FILE, START, "\ufeff" + START, "a mark before");
    String periods = ",\"periods\":" + links.list("periods");
    String level = ",\"level\":\"links\"";
    links.malformed("member-order", FILE, level + periods, periods + level, "in another order");
    links.malformed("member-twice", "/level", level, level + level, "a member twice");
    links.malformed("version-fraction", "/v", END, "}],\"v\":1.0}", "a fraction");
    links.malformed("escape", FILE, level, ",\"level\":\"link\\u0073\"", "an escape");
  }

  private void makeVersions() {
    ExtractFault version = ExtractFault.VERSION;
    links.refuse("version-2", version, "/v", END, "}],\"v\":2}", "an unknown version");
    links.refuse("version-0", version, "/v", END, "}],\"v\":0}", "an unknown version");
    links.refuse(
        "version-2-with-more",
        version,
        "/v",
        END,
        "}],\"v\":2,\"w\":1}",
        "an unknown version, which may have further members");
    links.malformed("version-text", "/v", END, "}],\"v\":\"1\"}", "no number");
    links.malformed("version-missing", "/v", END, "}]}", "no version");
  }

  private void makeMembers() {
    String id = Parts.CASE.toString();
    links.malformed("member-unknown", "/w", END, "}],\"v\":1,\"w\":1}", "an unknown member");
    links.malformed("case-missing", "/case", START, "{\"checkpoint\":", "no case");
    links.malformed(
        "case-capital", "/case", START, START.replace(id, id.toUpperCase(Locale.ROOT)), "capital");
    links.malformed("level-unknown", "/level", ":\"links\"", ":\"link\"", "an unknown level");
    links.malformed("level-capital", "/level", ":\"links\"", ":\"Links\"", "in another case");
    links.malformed("level-missing", "/level", ",\"level\":\"links\"", "", "no level");
    String note = links.find("\"checkpoint\":\"([^\"]*)\"");
    String at = "/checkpoint";
    links.malformed("checkpoint-tab", at, ":\"" + note, ":\"\\t" + note, "a tab before");
    links.malformed("checkpoint-cut", at, "\\n\",\"events\"", "\",\"events\"", "no newline");
    links.malformed("checkpoint-empty", at, note, "", "no note");
    links.malformed("checkpoint-number", at, "\"" + note + "\"", "1", "a number");
    links.malformed("checkpoint-missing", at, "\"checkpoint\":\"" + note + "\",", "", "none");
    String next = toDate.find("\"nextTagKey\":\"([^\"]{44})\"");
    toDate.malformed("next-key-short", "/nextTagKey", next, next.substring(4), "29 bytes");
    toDate.malformed("next-key-number", "/nextTagKey", "\"" + next + "\"", "1", "a number");
  }

  private void makePeriods() {
    String first = links.find("\"periods\":\\[(\\{.*?})\\]");
    String key = links.find("\"key\":\"([^\"]*)\"");
    links.malformed("periods-empty", "/periods", "[" + first + "]", "[]", "no tag key");
    links.malformed("periods-missing", "/periods", ",\"periods\":[" + first + "]", "", "none");
    links.malformed("periods-number", "/periods/0", "[" + first + "]", "[0]", "no object");
    period("negative", "first", "\"first\":0", "\"first\":-1", "a negative number");
    period("text", "first", "\"first\":0", "\"first\":\"0\"", "no number");
    period("first-missing", "first", "\"first\":0,", "", "no number");
    period("key-missing", "key", ",\"key\":\"" + key + "\"", "", "no key");
    period("member", "z", "\"" + key + "\"}", "\"" + key + "\",\"z\":1}", "an unknown member");
    period("key-short", "key", key, key.substring(4), "a key of 29 bytes");
    period("key-trailing-bit", "key", key, nextBit(key), "bits that are not zero");
    period("key-hexadecimal", "key", key, "00".repeat(32), "a key in hexadecimal");
  }

  private void period(String name, String member, String from, String to, String shows) {
    links.malformed("period-" + name, "/periods/0/" + member, from, to, shows);
  }

  /** The same 32 bytes, with one of the two bits set that are not part of them. */
  private static String nextBit(String hash) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char next = alphabet.charAt(alphabet.indexOf(hash.charAt(42)) + 1);
    return hash.substring(0, 42) + next + "=";
  }

  private void event(String name, String member, String from, String to, String shows) {
    links.malformedEvent("event-" + name, "/events/1/" + member, 1, from, to, shows);
  }

  private void makeEvents() {
    links.malformed("events-empty", "/events", links.list("events"), "[]", "no event");
    links.malformed("events-object", "/events", links.list("events"), "{}", "no array");
    event("index-negative", "index", "\"index\":2", "\"index\":-2", "a negative index");
    event("index-text", "index", "\"index\":2", "\"index\":\"2\"", "no number");
    event("index-missing", "index", "\"index\":2,", "", "no index");
    event("member", "i", "{\"index\":2", "{\"i\":1,\"index\":2", "an unknown member");
    event("lost-and-open", "link", "\"proof\"", "\"lost\":true,\"proof\"", "lost, and open");
    event("lost-false", "link", "\"proof\"", "\"lost\":false,\"proof\"", "lost or open");
    String leaf = links.member(1, "leaf");
    event("leaf-missing", "leaf", "\"leaf\":" + leaf + ",", "", "no leaf");
    event("leaf-text", "leaf", leaf, "\"\"", "no object");
    event("leaf-member", "leaf", "\"v\":1},\"link\"", "\"v\":1,\"w\":1},\"link\"", "a member more");
    event("leaf-version", "leaf", "\"v\":1},\"link\"", "\"v\":2},\"link\"", "another version");
    event("leaf-second", "leaf", "T03:52:00Z", "T03:52:60Z", "no second");
    String link = links.member(1, "link");
    event("link-missing", "link", ",\"link\":" + link, "", "no link, and not said to be lost");
  }

  private void makeLost() {
    ExtractEdits lost = new ExtractEdits(suite, "ok-lost-links");
    String at = "/events/1/lost";
    lost.malformedEvent("lost-false", at, 1, "\"lost\":true", "\"lost\":false", "not lost");
    lost.malformedEvent("lost-text", at, 1, "\"lost\":true", "\"lost\":\"true\"", "a text");
    lost.malformedEvent("lost-missing", "/events/1/link", 1, ",\"lost\":true", "", "not said");
    lost.malformedEvent(
        "lost-member", "/events/1/m", 1, "\"lost\":true", "\"lost\":true,\"m\":1", "a member more");
  }

  private void makeHashes() {
    String proof = links.member(1, "proof");
    String hash = proof.substring(2, 46);
    event("proof-missing", "proof", ",\"proof\":" + proof, "", "none");
    event("proof-short", "proof", hash, hash.substring(4), "a hash of 29 bytes");
    event("proof-trailing-bit", "proof", hash, nextBit(hash), "bits that are not zero");
    event("proof-number", "proof/0", "\"" + hash + "\"", "1", "no text");
    String more = ("\"" + hash + "\",").repeat(61);
    event("proof-64", "proof", "[\"" + hash, "[" + more + "\"" + hash, "64 hashes");
    links.refuseEvent(
        "proof-63",
        ExtractFault.INCLUSION,
        "event 1",
        1,
        "[\"" + hash,
        "[" + more.substring(hash.length() + 3) + "\"" + hash,
        "as many hashes as are read");
  }

  private void makeParts() {
    ExtractEdits details = new ExtractEdits(suite, ExtractVectors.DETAILS);
    for (String part : new String[] {"link", "header", "detail"}) {
      String whole = details.member(1, part);
      String at = "/events/1/" + part;
      details.malformedEvent(part + "-text", at, 1, whole, "\"\"", "no object");
      String start = whole.substring(0, whole.indexOf(','));
      String salt = start.substring(9, start.length() - 1);
      String place = at + "/salt";
      details.malformedEvent(part + "-salt-short", place, 1, salt, salt.substring(4), "29 bytes");
      details.malformedEvent(part + "-salt-bit", place, 1, salt, nextBit(salt), "bits not zero");
      details.malformedEvent(part + "-salt-missing", place, 1, start + ",", "{", "no salt");
      String more = start.replace("{", "{\"a\":1,");
      details.malformedEvent(part + "-member", at + "/a", 1, start, more, "an unknown member");
    }
    value(details, "link", "v", "\"sequence\":1,\"v\":1", "\"sequence\":1,\"v\":2", "a version");
    value(details, "link", "w", "1,\"v\":1", "1,\"v\":1,\"w\":1", "an unknown member");
    String type = "\"type\":\"read\"";
    value(details, "header", "v", type + ",\"v\":1", type + ",\"v\":2", "a version");
    value(details, "header", "w", type + ",\"v\":1", type + ",\"v\":1,\"w\":1", "a member");
    value(details, "header", "type", type, "\"type\":\"reed\"", "an unknown type");
    value(details, "detail", "a", "{\"texts\"", "{\"a\":1,\"texts\"", "an unknown member");
    value(details, "detail", "texts/actorName", "\"A. Name\"", "1", "no text");
  }

  private static void value(
      ExtractEdits details, String part, String member, String from, String to, String shows) {
    String name = part + "-value-" + member.replace("/actorName", "");
    details.malformedEvent(name, "/events/1/" + part + "/value/" + member, 1, from, to, shows);
  }
}
