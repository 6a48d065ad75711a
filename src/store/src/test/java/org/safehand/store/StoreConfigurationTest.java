package org.safehand.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.ViewHandle;

class StoreConfigurationTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "SAFEHAND_VAULT", "/v",
          "SAFEHAND_KEK", "/k.p12",
          "SAFEHAND_PKI_PASSWORD", "not-a-secret",
          "SAFEHAND_NODE_KEY", "/n.pem",
          "SAFEHAND_NODE_ID", "node-1",
          "SAFEHAND_EDGE_DB_PASSWORD", "of-the-edge",
          "SAFEHAND_DISPATCHER_DB_PASSWORD", "of-the-dispatcher");

  @ParameterizedTest
  @CsvSource({"EDGE,of-the-edge", "DISPATCHER,of-the-dispatcher"})
  void of_aWholeEnvironment_givesEachSetting(Face face, String ofTheFace) {
    assertThat(StoreConfiguration.of(face, WHOLE))
        .isEqualTo(
            new StoreConfiguration(
                Path.of("/v"),
                Path.of("/k.p12"),
                "not-a-secret",
                Path.of("/n.pem"),
                "node-1",
                ViewHandle.ofPassword(ofTheFace)));
  }

  @Test
  void of_anEnvironmentWithALimitThatDoesNotCountAnyMore_isRefused() {
    Map<String, String> environment = new HashMap<>(WHOLE);
    environment.put("SAFEHAND_LOG_STALE_LIMIT", "PT1H");
    assertThatThrownBy(() -> StoreConfiguration.of(Face.EDGE, environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SAFEHAND_LOG_STALE_LIMIT")
        .hasMessageContaining("logStaleMinutes");
  }

  @Test
  void toString_neverShowsThePassword() {
    StoreConfiguration whole = StoreConfiguration.of(Face.EDGE, WHOLE);
    assertThat(whole.toString()).doesNotContain("not-a-secret");
    assertThat(whole.handle().toString()).doesNotContain(whole.handle().digest().hex());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAFEHAND_VAULT",
        "SAFEHAND_KEK",
        "SAFEHAND_PKI_PASSWORD",
        "SAFEHAND_NODE_KEY",
        "SAFEHAND_NODE_ID",
        "SAFEHAND_EDGE_DB_PASSWORD"
      })
  void of_anEnvironmentWithoutOne_namesIt(String name) {
    Map<String, String> without = new HashMap<>(WHOLE);
    without.remove(name);

    assertThatThrownBy(() -> StoreConfiguration.of(Face.EDGE, without))
        .hasMessageContaining(name)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.CONFIGURATION_MISSING));
  }
}
