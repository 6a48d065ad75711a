package org.safehand.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each request as a browser could make it, of a person with a session: what it says of who made it,
 * and what becomes of it. A dash is a header that is not there.
 */
class CsrfFilterTest {
  private static final String OWN = "https://gateway.example.org";
  private static final String PASSES = "passes";
  private static final List<String> SITES =
      List.of("-", "same-origin", "same-site", "cross-site", "none", "", "Same-Origin");
  private static final List<String> ORIGINS =
      List.of(
          "-",
          OWN,
          "null",
          "",
          "https://evil.example.org",
          "https://gateway.example.org:8443",
          "http://gateway.example.org",
          "https://gateway.example.org.evil.example.org",
          "HTTPS://gateway.example.org");
  private static final List<String> SCRIPTS = List.of("-", "XMLHttpRequest", "", "xmlhttprequest");

  /** Sec-Fetch-Site and Origin of our own page, with and without fetch metadata. */
  private static final Set<String> OURS = Set.of("same-origin -", "same-origin " + OWN, "- " + OWN);

  private final CsrfFilter filter = new CsrfFilter(OWN);

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", "Post"})
  void change_ofTheApi_passesFromOurOwnScriptAlone(String method) throws Exception {
    Set<String> passing = new TreeSet<>();
    for (String site : SITES) {
      for (String origin : ORIGINS) {
        for (String script : SCRIPTS) {
          String said = site + " " + origin + " " + script;
          String outcome =
              outcome(EdgeRequest.of(method, "/api/v1/x").cookie(), site, origin, script);
          if (outcome.equals(PASSES)) {
            passing.add(said);
          } else {
            boolean told = !site.equals("-") && !site.equals("same-origin");
            assertThat(outcome).as(said).isEqualTo(told ? "cross-site" : "csrf");
          }
        }
      }
    }
    assertThat(passing)
        .containsExactlyInAnyOrder(
            "same-origin - XMLHttpRequest",
            "same-origin " + OWN + " XMLHttpRequest",
            "- " + OWN + " XMLHttpRequest");
  }

  /** A form leaves by it, so no script has to be proven. */
  @ParameterizedTest
  @CsvSource({
    "POST, /logout",
    "PUT, /logout",
    "PATCH, /logout",
    "DELETE, /logout",
    "POST, /backchannel-logout/",
    "POST, /backchannel-logout;x=1",
    "POST, /backchannel-logout2",
    "POST, /",
    "POST, /api"
  })
  void change_ofAnythingElse_passesFromOurOwnPageAlone(String method, String path)
      throws Exception {
    for (String site : SITES) {
      for (String origin : ORIGINS) {
        for (String script : SCRIPTS) {
          String said = site + " " + origin;
          assertThat(outcome(EdgeRequest.of(method, path).cookie(), site, origin, script))
              .as(said)
              .isEqualTo(OURS.contains(said) ? PASSES : "csrf");
        }
      }
    }
  }

  /** Nobody is signed in yet, or not any more: the same rule, so that signing in is ours too. */
  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void change_ofNobody_passesFromOurOwnScriptAlone(String method) throws Exception {
    for (String site : SITES) {
      for (String origin : ORIGINS) {
        String said = site + " " + origin;
        assertThat(outcome(EdgeRequest.of(method, "/api/v1/x"), site, origin, "XMLHttpRequest"))
            .as(said)
            .isEqualTo(OURS.contains(said) ? PASSES : "csrf");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void read_ofTheApi_passesUnlessTheBrowserSaysThatAnotherPageAsks(String method) throws Exception {
    Map<String, String> outcomes = new TreeMap<>();
    for (String site : SITES) {
      outcomes.put(site, outcome(EdgeRequest.of(method, "/api/v1/x").cookie(), site, "-", "-"));
    }
    assertThat(outcomes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "-", PASSES,
                "same-origin", PASSES,
                "same-site", "cross-site",
                "cross-site", "cross-site",
                "none", "cross-site",
                "", "cross-site",
                "Same-Origin", "cross-site"));
  }

  /** A link to a page of the console, in a mail or on another site, may be followed. */
  @Test
  void read_ofAPage_passesFromAnywhere() throws Exception {
    for (String site : SITES) {
      for (String path : List.of("/", "/referrals", "/login", "/logout", "/api", "/apis/x")) {
        assertThat(outcome(EdgeRequest.of("GET", path).cookie(), site, "-", "-"))
            .as(path + " " + site)
            .isEqualTo(PASSES);
      }
    }
  }

  @Test
  void bearerOfAToken_passes_sinceNoOtherSiteCanAddOne() throws Exception {
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      for (String path : List.of("/api/v1/x", "/logout")) {
        assertThat(
                outcome(
                    EdgeRequest.of(method, path).bearer(),
                    "cross-site",
                    "https://evil.example.org",
                    "-"))
            .as(method + " " + path)
            .isEqualTo(PASSES);
      }
    }
  }

  @Test
  void wordOfTheProvider_passes() throws Exception {
    assertThat(outcome(EdgeRequest.of("POST", "/backchannel-logout"), "-", "-", "-"))
        .isEqualTo(PASSES);
  }

  private String outcome(EdgeRequest request, String site, String origin, String script)
      throws Exception {
    EdgeRequest asked =
        request
            .header("Sec-Fetch-Site", site)
            .header("Origin", origin)
            .header("X-Requested-With", script);
    return asked.through(filter) ? PASSES : asked.refusal();
  }
}
