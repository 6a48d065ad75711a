package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** Nothing that a case says can be read in its package, in any usual spelling. */
class NoWordInClearTest {
  private static final int BASE64_UNIT = 3;
  private static final List<TestAuthority> AGENCIES =
      List.of(TestPki.AGENCY_RSA, TestPki.AGENCY_P384, TestPki.AGENCY_ML_KEM_1024);

  private final SampleHotline hotline = new SampleHotline();
  private final Random random = new Random(11);

  @Test
  void pack_anyWordInExhibits_isNowhereInThePackage() {
    for (int round = 0; round < 30; round++) {
      String word = word();
      byte[] exhibit = ("before " + word + " behind").getBytes(UTF_8);
      TestAuthority agency = AGENCIES.get(round % AGENCIES.size());

      assertNowhere(hotline.pack(agency, exhibit), word);
    }
  }

  @Test
  void pack_whatTheReferralSays_isNowhereInThePackage() {
    SamplePackage sample = hotline.pack(TestPki.AGENCY_P256, new byte[] {1});

    // what SampleHotline puts into names, the referral, its law, its summary, its persons
    for (String word :
        List.of("synthetic", "note-1", "article", "S-1042", "A synthetic referral")) {
      assertNowhere(sample, word);
    }
  }

  @Test
  void spellings_ofAWordInClear_areFound() {
    String word = word();
    String coded = Base64.getEncoder().encodeToString(("abcd" + word + "ef").getBytes(UTF_8));

    assertThat(spellings(word)).anyMatch(coded::contains);
  }

  private static void assertNowhere(SamplePackage sample, String word) {
    String clear = new String(sample.bytes(), ISO_8859_1);
    String folded = clear.toLowerCase(Locale.ROOT);
    for (String spelling : spellings(word)) {
      assertThat(clear.contains(spelling) || folded.contains(spelling.toLowerCase(Locale.ROOT)))
          .as("%s as %s", word, spelling)
          .isFalse();
    }
  }

  /** Plain, in both orders of UTF-16, in hexadecimal, backwards, and at each place of base 64. */
  private static List<String> spellings(String word) {
    byte[] bytes = word.getBytes(UTF_8);
    List<String> spellings = new ArrayList<>();
    spellings.add(word);
    spellings.add(new StringBuilder(word).reverse().toString());
    spellings.add(new String(word.getBytes(UTF_16LE), ISO_8859_1));
    spellings.add(new String(word.getBytes(UTF_16BE), ISO_8859_1));
    spellings.add(HexFormat.of().formatHex(bytes));
    for (int skipped = 0; skipped < BASE64_UNIT; skipped++) {
      int whole = (bytes.length - skipped) / BASE64_UNIT * BASE64_UNIT;
      byte[] units = Arrays.copyOfRange(bytes, skipped, skipped + whole);
      spellings.add(Base64.getEncoder().encodeToString(units));
    }
    return spellings;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
