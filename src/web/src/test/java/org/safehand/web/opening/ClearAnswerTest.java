package org.safehand.web.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.exhibit.Acquisition;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.MediaType;
import org.safehand.referral.id.Ids;
import org.safehand.web.message.FileName;

/** What stands above the bytes of an exhibit: nothing that a name or a type could choose. */
class ClearAnswerTest {
  private static final Ids IDS = new Ids(Clock.systemUTC(), new SecureRandom());

  @ParameterizedTest
  @CsvSource({
    "note.txt, note.txt",
    "two words.png, two words.png",
    "Grüße-фото.png, Grüße-фото.png",
    "../../etc/passwd, _._.._etc_passwd",
    "..\\x.exe, _._x.exe",
    "C:evil.exe, C_evil.exe",
    ".bashrc, _bashrc",
    "a%0d%0aSet-Cookie: b, a%0d%0aSet-Cookie_ b",
    "'quote\".txt', quote_.txt",
  })
  void name_isKept_withoutWhatAFileNameMustNotHave(String name, String saved) {
    assertThat(FileName.parse(disposition(name))).isEqualTo(saved);
  }

  /**
   * Right-to-left override, zero-width joiner, line separator, a lone surrogate, line feed, tab.
   */
  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "\u200d", "\u2028", "\ud800", "\n", "\t", "\u0000", "\u0085"})
  void name_withWhatNobodySees_showsAnUnderscore(String hidden) {
    assertThat(FileName.parse(disposition("cod" + hidden + "gpj.exe"))).isEqualTo("cod_gpj.exe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nX-Injected: 1", "a\"; filename=\"b", "a';x=y", "a;b,c=d", "\u00e9\u4e2d"})
  void header_isOfPrintableAscii_andHasTwoParametersAlone(String name) {
    assertThat(disposition(name))
        .matches(
            "attachment; filename=\"exhibit-0007\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+");
  }

  @Test
  void answer_isABareDownload_whateverTheExhibitIs() {
    var answer = ClearAnswer.headers(exhibit("page.html"));
    assertThat(answer)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Cache-Control", "no-store");
    assertThat(answer.get("Content-Security-Policy")).startsWith("sandbox;");
    assertThat(answer.get("Content-Disposition")).startsWith("attachment;");
  }

  private static String disposition(String name) {
    return String.valueOf(ClearAnswer.headers(exhibit(name)).get("Content-Disposition"));
  }

  private static Exhibit exhibit(String name) {
    return new Exhibit(
        IDS.exhibit(),
        7,
        name,
        new MediaType("text/html"),
        new ExhibitDigests().finish(),
        new Acquisition("upload", new StaffNumber("1001"), Instant.EPOCH),
        List.of());
  }
}
