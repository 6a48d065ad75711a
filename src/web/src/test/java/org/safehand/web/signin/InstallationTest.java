package org.safehand.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "SAFEHAND_ORIGIN", "https://localhost:8443",
              "SAFEHAND_ISSUER", "https://localhost:8180/realms/safehand",
              "SAFEHAND_TRUST", "/srv/safehand/trust",
              "SAFEHAND_NODE_KEYS", "/srv/safehand/node-keys"));

  @Test
  void environment_complete_givesOriginAndIssuer() {
    Installation here = Installation.of(environment);
    assertThat(here.served()).isTrue();
    assertThat(here.origin()).isEqualTo("https://localhost:8443");
    assertThat(here.issuerOrigin()).isEqualTo("https://localhost:8180");
  }

  @ParameterizedTest
  @CsvSource({"both,true", "web,true", "exchange,false"})
  void faces_named_decideWhetherThisOneServes(String faces, boolean served) {
    environment.put("SAFEHAND_FACES", faces);
    assertThat(Installation.of(environment).served()).isEqualTo(served);
  }

  @Test
  void faces_unknown_areRefused() {
    environment.put("SAFEHAND_FACES", "all");
    assertThatThrownBy(() -> Installation.of(environment)).hasMessageContaining("SAFEHAND_FACES");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SAFEHAND_ORIGIN", "SAFEHAND_ISSUER", "SAFEHAND_TRUST", "SAFEHAND_NODE_KEYS"})
  void address_absent_isRefusedByName(String name) {
    environment.remove(name);
    assertThatThrownBy(() -> Installation.of(environment)).hasMessage(name + " is not set");
  }

  @Test
  void origin_notHttps_isRefused() {
    environment.put("SAFEHAND_ORIGIN", "http://localhost:8080");
    assertThatThrownBy(() -> Installation.of(environment)).hasMessageContaining("https");
  }
}
