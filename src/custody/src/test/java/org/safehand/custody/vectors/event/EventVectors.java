package org.safehand.custody.vectors.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Outcome;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Stored bodies of events: which ones are events, and open the leaf beside them. */
public final class EventVectors implements VectorKind {
  private static final String MALFORMED = "json-malformed";
  private static final RecordedEvent FULL = Parts.full();
  private static final String BODY = new String(FULL.body(), UTF_8);

  @Override
  public String name() {
    return "event";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    byte[] body = vector.bytes("body");
    try {
      BlindLeaf leaf = BlindLeaf.of(vector.bytes("leaf")).orElseThrow();
      assertThat(RecordedEvent.open(body, leaf).body()).isEqualTo(body);
      return Vector.OK;
    } catch (JsonException e) {
      assertThat(e.pointer()).isEqualTo(vector.at());
      return MALFORMED;
    }
  }

  @Override
  public void make(Suite suite) {
    ok(suite, "worked-example", Parts.example(), "the example of SPEC.md");
    ok(suite, "every-member", FULL, "the second event of a case, with every member");
    ok(suite, "empty-exhibit", emptyExhibit(), "an exhibit of no bytes, intake without comparison");
    ok(suite, "system-chain", denied(), "a denied attempt, in the system chain of node-1");
    makeLinks(suite);
    makeHeaders(suite);
    makeParts(suite);
    makeMembers(suite);
    makeTypes(suite);
    makeCommitments(suite);
  }

  private static RecordedEvent emptyExhibit() {
    EventHeader.Builder header =
        Parts.header(
            "01931b3e-9000-7000-8000-000000000005",
            EventType.INTAKE,
            Instant.parse("2026-11-24T03:52:01.000Z"));
    return Parts.make(
        EventLink.first(Parts.CASE),
        CustodyEvent.of(
            header.exhibit(ExhibitFacts.original("0001", 0, Digest.of(), null)).build()));
  }

  private static RecordedEvent denied() {
    return Parts.make(
        EventLink.first(SystemChain.caseId("node-1")),
        new CustodyEvent(
            Parts.header(
                    "01931b3e-9000-7000-8000-000000000004",
                    EventType.DENIED,
                    Instant.parse("2026-11-24T03:51:59.999Z"))
                .outcome(Outcome.denied("forbidden"))
                .build(),
            new EventDetail(Map.of("note", "\u20ac \"\\\n", "actorName", "A. Example"))));
  }

  private static void ok(Suite suite, String name, RecordedEvent event, String shows) {
    suite.put(
        "ok-" + name,
        Vector.ok(shows).with("body", event.body()).with("leaf", event.leaf().bytes()));
  }

  /** The full event with {@code from} replaced, and the leaf that commits to what came of it. */
  private static void refuse(
      Suite suite, String name, String from, String to, String at, String shows) {
    refuse(suite, name, replaced(name, from, to), at, shows);
  }

  private static void refuse(Suite suite, String name, String body, String at, String shows) {
    put(suite, name, body, LeafOfAnything.committing(body, FULL.leaf()), at, shows);
  }

  /** The full event with {@code from} replaced, and the leaf of the full event. */
  private static void uncommitted(
      Suite suite, String name, String from, String to, String at, String shows) {
    put(suite, name, replaced(name, from, to), FULL.leaf().toString(), at, shows);
  }

  private static void put(
      Suite suite, String name, String body, String leaf, String at, String shows) {
    suite.put(name, Vector.refused(MALFORMED, shows).at(at).with("body", body).with("leaf", leaf));
  }

  private static String replaced(String name, String from, String to) {
    if (!BODY.contains(from)) {
      throw new IllegalArgumentException(name + ": the body has no " + from);
    }
    return BODY.replace(from, to);
  }

  private static void makeLinks(Suite suite) {
    String previous = "\"previous\":\"" + Parts.example().leaf().leafHash().hex() + "\",";
    String sequence = "\"sequence\":1,";
    refuse(suite, "link-version", sequence + "\"v\":1", sequence + "\"v\":2", "/link/v", "version");
    refuse(suite, "link-member", sequence, sequence + "\"t\":1,", "/link/t", "an unknown member");
    refuse(suite, "link-first-with-previous", sequence, "\"sequence\":0,", "/link/sequence", "0");
    refuse(suite, "link-negative", sequence, "\"sequence\":-1,", "/link/sequence", "below 0");
    refuse(suite, "link-without-previous", previous, "", "/link/sequence", "1, and none before");
    refuse(
        suite,
        "link-previous-capital",
        previous,
        "\"previous\":\""
            + Parts.example().leaf().leafHash().hex().toUpperCase(Locale.ROOT)
            + "\",",
        "/link/previous",
        "a hash in capital hexadecimal");
    refuse(suite, "link-case-capital", "31b3e-7b2e", "31B3E-7b2e", "/link/case", "capital UUID");
    refuse(suite, "link-case-short", "01931b3e-7b2e", "1931b3e-7b2e", "/link/case", "a short UUID");
    refuse(suite, "link-case-word", "01931b3e-7b2e", "case", "/link/case", "no UUID");
    refuse(
        suite, "link-case-number", "\"" + Parts.CASE + "\",\"prev", "1,\"prev", "/link/case", "1");
  }

  private static void makeHeaders(Suite suite) {
    String header = "\"type\":\"transmit-authorised\",\"v\":1";
    refuse(suite, "header-version", header, header.replace("1", "2"), "/header/v", "version");
    refuse(suite, "header-member", header, header + ",\"w\":1", "/header/w", "an unknown member");
    refuse(
        suite,
        "header-type",
        "transmit-authorised",
        "transmit-authorized",
        "/header/type",
        "an unknown type");
    refuse(suite, "header-event", "-000000000003", "-00000000000x", "/header/event", "no UUID");
    refuse(
        suite,
        "header-facts-empty",
        "{\"dispatch\":\"d-1\",\"sealDigest\":\""
            + FULL.event().header().facts().get("sealDigest")
            + "\"}",
        "{}",
        "/header/facts",
        "an empty object for nothing");
    refuse(suite, "header-fact-number", "\"d-1\"", "1", "/header/facts/dispatch", "no text");
    refuse(
        suite,
        "time-without-millis",
        "51:59.123Z",
        "51:59Z",
        "/header/occasion/start",
        "a time to the second");
    refuse(
        suite, "time-offset", "59.123Z", "59.123+00:00", "/header/occasion/start", "UTC as offset");
    refuse(
        suite,
        "time-day",
        "-24T03:51:59.123Z",
        "-31T03:51:59.123Z",
        "/header/occasion/start",
        "no day");
    refuse(
        suite,
        "time-end-before-start",
        "03:52:00.023Z",
        "03:51:00.023Z",
        "/header/occasion/end",
        "an end before the start");
    refuse(
        suite,
        "occasion-member",
        "\"offset\":-3",
        "\"offset\":-3,\"p\":1",
        "/header/occasion/p",
        "unknown");
    refuse(suite, "outcome-result", "\"failed\"", "\"lost\"", "/header/outcome/result", "unknown");
    refuse(
        suite,
        "exhibit-match",
        "\"match\":false",
        "\"match\":true",
        "/header/exhibit/match",
        "says that different digests are equal");
    refuse(
        suite, "exhibit-size", "\"size\":12", "\"size\":-12", "/header/exhibit/size", "negative");
    ExhibitFacts facts = FULL.event().header().exhibit().orElseThrow();
    String before = "\"before\":\"" + facts.sha256().hex() + "\",";
    String after = "\"after\":\"" + Digest.of(new byte[] {2}).hex() + "\",";
    refuse(suite, "exhibit-before-alone", after, "", "/header/exhibit/after", "none after");
    refuse(
        suite,
        "exhibit-digests-without-match",
        "\"match\":false,",
        "",
        "/header/exhibit/match",
        "digests that are not said to differ");
    refuse(
        suite,
        "exhibit-match-without-digests",
        BODY.replace(before, "").replace(after, ""),
        "/header/exhibit/before",
        "equal to nothing");
    refuse(
        suite,
        "exhibit-before-and-nothing-else",
        BODY.replace(after, "").replace("\"match\":false,", ""),
        "/header/exhibit/after",
        "neither a digest after nor whether they match");
    refuse(
        suite,
        "exhibit-match-alone",
        "\"before\":\"" + FULL.event().header().exhibit().orElseThrow().sha256().hex() + "\",",
        "",
        "/header/exhibit/before",
        "a digest after, and none before");
    refuse(suite, "actor-without-id", "\"id\":\"S-1042\",", "", "/header/actor/id", "missing");
    refuse(suite, "approver-id-number", "\"S-7\"", "7", "/header/secondApprover/id", "no text");
  }

  private static void makeParts(Suite suite) {
    refuse(suite, "detail-version", "{},\"v\":1", "{},\"v\":2", "/detail/v", "an unknown version");
    String cut = BODY.substring(0, BODY.length() - 1);
    refuse(
        suite,
        "body-own-version",
        BODY.substring(0, BODY.length() - 2) + "2}",
        "/v",
        "an unknown version of the body");
    refuse(suite, "body-member", cut + ",\"w\":0}", "/w", "an unknown member of the body");
    put(suite, "body-array", "[]", FULL.leaf().toString(), "", "no object");
    uncommitted(suite, "body-space", "{\"detail\":", "{\"detail\": ", "", "not in canonical form");
    refuse(
        suite,
        "detail-member",
        "{\"texts\":{}",
        "{\"test\":0,\"texts\":{}",
        "/detail/test",
        "unknown");
    refuse(
        suite,
        "detail-number",
        "\"texts\":{}",
        "\"texts\":{\"n\":1}",
        "/detail/texts/n",
        "no text");
    refuse(suite, "detail-array", "\"texts\":{}", "\"texts\":[]", "/detail/texts", "no object");
    String salt = Parts.equalBytes(2).base64();
    refuse(suite, "salt-trailing-bit", salt, salt.replace("I=", "J="), "/salts/h", "bits not zero");
    refuse(suite, "salt-short", salt, salt.substring(4), "/salts/h", "29 bytes");
    refuse(suite, "salt-member", "\"salts\":{", "\"salts\":{\"a\":\"\",", "/salts/a", "unknown");
  }

  private static void makeMembers(Suite suite) {
    String[][] parts = {
      {"actor", "\"actor\":{"},
      {"basis", "\"basis\":{"},
      {"counterparty", "\"counterparty\":{"},
      {"exhibit", "\"exhibit\":{"},
      {"instrument", "\"instrument\":{"},
      {"outcome", "\"outcome\":{"},
      {"secondApprover", "\"secondApprover\":{"}
    };
    for (String[] part : parts) {
      refuse(
          suite,
          "member-in-" + part[0].toLowerCase(Locale.ROOT),
          part[1],
          part[1] + "\"+\":1,",
          "/header/" + part[0] + "/+",
          "an unknown member");
    }
  }

  /** Each member as a number or a text that it cannot be. */
  private static void makeTypes(Suite suite) {
    String[][] members = {
      {"actor/authentication", "\"otp\",\"id\":\"S-1042\"", "1,\"id\":\"S-1042\""},
      {
        "actor/organisation",
        "\"S-1042\",\"organisation\":\"hotline.example\"",
        "\"S-1042\",\"organisation\":1"
      },
      {"actor/role", "\"referral-officer\"", "1"},
      {"instrument/location", "\"node-1\"", "1"},
      {"instrument/software", "\"safehand\"", "1"},
      {"instrument/version", "\"0.1.0\"", "1"},
      {"counterparty/endpoint", "\"soap-1\"", "1"},
      {"counterparty/organisation", "\"AG-N-001\"", "1"},
      {"basis/authority", "\"AUTH-9\"", "1"},
      {"basis/legalBasis", "\"Art. 1\"", "1"},
      {"basis/purpose", "\"referral\"", "1"},
      {"occasion/clock", "\"ntp\"", "1"},
      {"occasion/end", "52:00.023Z", "52:00Z"},
      {"occasion/offset", "\"offset\":-3", "\"offset\":\"-3\""},
      {"outcome/code", "\"x-code\"", "1"},
      {"outcome/changeReason", "\"disk replaced\"", "1"},
      {"outcome/correctionOf", "\"correctionOf\":\"0193", "\"correctionOf\":\"193"},
      {"exhibit/derivedFrom", "\"derivedFrom\":\"0001\"", "\"derivedFrom\":1"},
      {"exhibit/number", "\"number\":\"0002\"", "\"number\":2"},
      {"exhibit/rootNumber", "\"rootNumber\":\"0001\"", "\"rootNumber\":1"},
      {"exhibit/secondDigest", "\"sha512:00\"", "1"},
      {"exhibit/sha256", "\"sha256\":\"", "\"sha256\":\"0"},
      {"exhibit/before", "\"before\":\"", "\"before\":\"0"},
      {"exhibit/after", "\"after\":\"", "\"after\":\"0"}
    };
    for (String[] member : members) {
      refuse(
          suite,
          "type-" + member[0].replace('/', '-').toLowerCase(Locale.ROOT),
          member[1],
          member[2],
          "/header/" + member[0],
          "a value that the member cannot have");
    }
    refuse(
        suite,
        "link-text",
        "\"sequence\":1,",
        "\"sequence\":\"1\",",
        "/link/sequence",
        "no number");
    for (int part : new int[] {1, 3}) {
      String salt = Parts.equalBytes(part).base64();
      String name = part == 1 ? "l" : "d";
      refuse(suite, "salt-short-" + name, salt, salt.substring(4), "/salts/" + name, "29 bytes");
    }
  }

  private static void makeCommitments(Suite suite) {
    String one = Parts.equalBytes(1).base64();
    String two = Parts.equalBytes(2).base64();
    String three = Parts.equalBytes(3).base64();
    uncommitted(
        suite, "other-link", "\"sequence\":1,", "\"sequence\":2,", "/link", "not committed to");
    uncommitted(suite, "other-header", "\"S-1042\"", "\"S-1043\"", "/header", "not committed to");
    uncommitted(
        suite, "other-detail", "{\"texts\":{}", "{\"texts\":{\"n\":\"\"}", "/detail", "likewise");
    uncommitted(suite, "other-link-salt", one, two, "/link", "the salt of another part");
    uncommitted(suite, "other-header-salt", two, three, "/header", "the salt of another part");
    uncommitted(suite, "other-detail-salt", three, one, "/detail", "the salt of another part");
    suite.put(
        "other-second",
        Vector.refused(MALFORMED, "the leaf shows another second than the header it commits to")
            .at("/header")
            .with("body", BODY)
            .with("leaf", FULL.leaf().toString().replace("03:52:00Z", "03:52:01Z")));
  }
}
