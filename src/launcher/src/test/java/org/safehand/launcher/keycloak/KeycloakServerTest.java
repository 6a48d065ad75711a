package org.safehand.launcher.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.process.Children;

class KeycloakServerTest {
  @Test
  void start_overARealmOfAnOlderRevision_isRefusedAndSaysWhatToDo(@TempDir Path temporary)
      throws Exception {
    VarFolder folder = new VarFolder(temporary);
    Files.createDirectories(folder.keycloak());
    Files.writeString(folder.keycloak().resolve("imported"), "1");
    KeycloakServer server =
        new KeycloakServer(
            new Installation(temporary),
            folder,
            Ports.fromEnvironment(Map.of()),
            new Secrets(folder.secrets(), new SecureRandom()),
            new Children(folder));
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> server.start(new DatabaseAddress(1), "https://gateway.example.org:1"))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(LaunchCode.REALM_OUTDATED))
        .withMessageContaining("delete the state folder");
  }
}
