package org.safehand.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

class RegistryImportTest {
  @TempDir private Path folder;

  @Test
  void fileThatIsNoRegistry_isRefusedBeforeTheDatabaseIsAsked_withEveryFault() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("endpoints.json"),
            "{\"version\":1,\"agencies\":[{\"id\":\"north\"}],\"authorities\":[]}");
    assertRefused(file, LaunchCode.REGISTRY_REFUSED, "/version");
    assertRefused(file, LaunchCode.REGISTRY_REFUSED, "/agencies/0/id");
    assertRefused(folder.resolve("none.json"), LaunchCode.REGISTRY_REFUSED, "none.json");
  }

  @Test
  void registry_withoutTheAddressOfTheDatabase_isNotPutIn() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("endpoints.json"), "{\"version\":2,\"agencies\":[],\"authorities\":[]}");
    assertRefused(file, LaunchCode.USAGE, "SAFEHAND_DB_URL");
  }

  private static void assertRefused(Path file, LaunchCode code, String place) {
    assertThatThrownBy(() -> RegistryImport.run(file, Map.of()))
        .hasMessageContaining(place)
        .isInstanceOfSatisfying(LaunchException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
