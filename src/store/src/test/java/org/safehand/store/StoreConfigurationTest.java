package org.safehand.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

class StoreConfigurationTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "SAFEHAND_VAULT", "/v",
          "SAFEHAND_KEK", "/k.p12",
          "SAFEHAND_PKI_PASSWORD", "not-a-secret",
          "SAFEHAND_NODE_KEY", "/n.pem",
          "SAFEHAND_NODE_ID", "node-1",
          "SAFEHAND_ENDPOINTS", "/e.json");

  @Test
  void of_aWholeEnvironment_givesEachSetting() {
    assertThat(StoreConfiguration.of(WHOLE))
        .isEqualTo(
            new StoreConfiguration(
                Path.of("/v"),
                Path.of("/k.p12"),
                "not-a-secret",
                Path.of("/n.pem"),
                "node-1",
                Path.of("/e.json")));
  }

  @Test
  void toString_neverShowsThePassword() {
    assertThat(StoreConfiguration.of(WHOLE).toString()).doesNotContain("not-a-secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAFEHAND_VAULT",
        "SAFEHAND_KEK",
        "SAFEHAND_PKI_PASSWORD",
        "SAFEHAND_NODE_KEY",
        "SAFEHAND_NODE_ID",
        "SAFEHAND_ENDPOINTS"
      })
  void of_anEnvironmentWithoutOne_namesIt(String name) {
    Map<String, String> without = new HashMap<>(WHOLE);
    without.remove(name);

    assertThatThrownBy(() -> StoreConfiguration.of(without))
        .hasMessageContaining(name)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.CONFIGURATION_MISSING));
  }
}
