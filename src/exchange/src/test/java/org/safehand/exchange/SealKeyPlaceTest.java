package org.safehand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.packaging.sealkey.SealToken;

final class SealKeyPlaceTest {
  private static final Map<String, String> FILE = Map.of("SAFEHAND_SEAL_KEY", "/pki/seal.p12");
  private static final Map<String, String> TOKEN =
      Map.of(
          "SAFEHAND_SEAL_TOKEN", "/usr/lib/token.so",
          "SAFEHAND_SEAL_TOKEN_SLOT", "7",
          "SAFEHAND_SEAL_TOKEN_LABEL", "seal",
          "SAFEHAND_SEAL_TOKEN_PIN", "/pki/pin");

  @Test
  void file_set_isTaken() {
    assertThat(SealKeyPlace.of(FILE)).isEqualTo(new SealKeyPlace.InFile(Path.of("/pki/seal.p12")));
  }

  @Test
  void token_set_isTaken() {
    assertThat(SealKeyPlace.of(TOKEN))
        .isEqualTo(
            new SealKeyPlace.InToken(
                new SealToken(Path.of("/usr/lib/token.so"), 7, "seal", Path.of("/pki/pin"))));
  }

  @Test
  void neither_isRefused() {
    assertRefused(
        Map.of(), "neither SAFEHAND_SEAL_KEY nor SAFEHAND_SEAL_TOKEN is set: there is no seal key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAFEHAND_SEAL_TOKEN",
        "SAFEHAND_SEAL_TOKEN_SLOT",
        "SAFEHAND_SEAL_TOKEN_LABEL",
        "SAFEHAND_SEAL_TOKEN_PIN"
      })
  void file_withAnythingOfAToken_isRefused(String name) {
    Map<String, String> both = new HashMap<>(FILE);
    both.put(name, String.valueOf(TOKEN.get(name)));
    assertRefused(
        both,
        "SAFEHAND_SEAL_KEY and SAFEHAND_SEAL_TOKEN are both set: the seal key is in one place");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAFEHAND_SEAL_TOKEN",
        "SAFEHAND_SEAL_TOKEN_SLOT",
        "SAFEHAND_SEAL_TOKEN_LABEL",
        "SAFEHAND_SEAL_TOKEN_PIN"
      })
  void token_withOneSettingMissing_namesIt(String name) {
    Map<String, String> environment = new HashMap<>(TOKEN);
    environment.put(name, " ");
    assertRefused(environment, name + " is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "SAFEHAND_SEAL_TOKEN_SLOT, one",
    "SAFEHAND_SEAL_TOKEN_SLOT, -1",
    "SAFEHAND_SEAL_TOKEN, token.so",
    "SAFEHAND_SEAL_TOKEN, /usr/lib/${user.home}/token.so",
    "SAFEHAND_SEAL_TOKEN, '/usr/lib/token.so\nshowInfo = true'"
  })
  void token_thatThePlatformCannotBeTold_isRefused(String name, String value) {
    Map<String, String> environment = new HashMap<>(TOKEN);
    environment.put(name, value);
    assertThatThrownBy(() -> SealKeyPlace.of(environment))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(Map<String, String> environment, String message) {
    assertThatThrownBy(() -> SealKeyPlace.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
