package org.safehand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExchangeConfigurationTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "SAFEHAND_SEAL_KEY", "/pki/seal.p12",
          "SAFEHAND_PKI", "/pki",
          "SAFEHAND_PKI_PASSWORD", "not-a-secret",
          "SAFEHAND_CRL", "/crl",
          "SAFEHAND_TSA_URL", "http://localhost:1/tsa",
          "SAFEHAND_TRUST", "/trust",
          "SAFEHAND_NODE_ID", "node-1",
          "SAFEHAND_ORIGIN", "https://localhost:8443");

  @Test
  void durations_notSet_areAnHour() {
    ExchangeConfiguration configuration = ExchangeConfiguration.of(WHOLE);
    assertThat(configuration.anchorPeriod()).isEqualTo(Duration.ofHours(1));
    assertThat(configuration.revocationRefresh()).isEqualTo(Duration.ofHours(1));
    assertThat(configuration.location()).isEqualTo("localhost:8443");
  }

  @ParameterizedTest
  @CsvSource({"both, true", "exchange, true", "web, false"})
  void face_byName_isServedOrNot(String faces, boolean served) {
    assertThat(ExchangeConfiguration.isServed(Map.of("SAFEHAND_FACES", faces))).isEqualTo(served);
  }

  @Test
  void face_notNamed_isServed() {
    assertThat(ExchangeConfiguration.isServed(Map.of())).isTrue();
  }

  @Test
  void face_unknown_isRefused() {
    assertThatThrownBy(() -> ExchangeConfiguration.isServed(Map.of("SAFEHAND_FACES", "none")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void durations_set_areTaken() {
    ExchangeConfiguration configuration =
        ExchangeConfiguration.of(
            with("SAFEHAND_ANCHOR_PERIOD", "PT1M", "SAFEHAND_REVOCATION_REFRESH", "PT2M"));
    assertThat(configuration.anchorPeriod()).isEqualTo(Duration.ofMinutes(1));
    assertThat(configuration.revocationRefresh()).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource({"1h, PT4H", "PT0S, PT4H", "-PT1H, PT4H", "PT1H, 4h", "PT1H, PT0S"})
  void durations_thatCannotHold_areRefused(String period, String refresh) {
    Map<String, String> environment =
        with("SAFEHAND_ANCHOR_PERIOD", period, "SAFEHAND_REVOCATION_REFRESH", refresh);
    assertThatThrownBy(() -> ExchangeConfiguration.of(environment))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAFEHAND_PKI",
        "SAFEHAND_PKI_PASSWORD",
        "SAFEHAND_CRL",
        "SAFEHAND_TSA_URL",
        "SAFEHAND_TRUST",
        "SAFEHAND_NODE_ID",
        "SAFEHAND_ORIGIN"
      })
  void setting_missing_isNamed(String name) {
    Map<String, String> environment = new HashMap<>(WHOLE);
    environment.remove(name);
    assertThatThrownBy(() -> ExchangeConfiguration.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " is not set");
  }

  private static Map<String, String> with(String... settings) {
    Map<String, String> environment = new HashMap<>(WHOLE);
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return environment;
  }
}
