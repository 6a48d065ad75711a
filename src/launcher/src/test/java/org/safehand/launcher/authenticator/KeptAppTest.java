package org.safehand.launcher.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;

class KeptAppTest {
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Person PERSON =
      new Person(
          "officer1", "Olga", "Officer", List.of(), Optional.empty(), Optional.empty(), false);

  /** A step begins here. */
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final Path folder;
  private final List<Instant> pauses = new ArrayList<>();

  KeptAppTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private KeptApp at(Instant now) {
    return new KeptApp(
        new Secrets(folder, new SecureRandom()),
        PERSON,
        Clock.fixed(now, ZoneOffset.UTC),
        pauses::add);
  }

  private static String code(int fromBegin) throws Exception {
    return TotpSecret.ofBase32(SECRET).code(TotpSecret.step(BEGIN) + fromBegin);
  }

  @Test
  void codes_askedForAtOnce_areThreeThatTheProviderTakesNow() throws Exception {
    KeptApp app = at(BEGIN.plusSeconds(3));
    app.add("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(List.of(app.code(), app.code(), app.code()))
        .containsExactly(code(-1), code(0), code(1));
    assertThat(pauses).isEmpty();
  }

  @Test
  void codes_beyondThree_waitForTheStepFromWhichTheyAreTaken() throws Exception {
    KeptApp app = at(BEGIN.plusSeconds(3));
    app.add(SECRET);
    for (int i = 0; i < 3; i++) {
      assertThat(app.code()).matches("[0-9]{6}");
    }
    assertThat(app.code()).isEqualTo(code(2));
    assertThat(pauses).containsExactly(BEGIN.plusSeconds(30));
  }

  @Test
  void code_whoseStepEndsSoon_isNotGiven() throws Exception {
    KeptApp app = at(BEGIN.plusSeconds(21));
    app.add(SECRET);
    assertThat(app.code()).isEqualTo(code(0));
  }

  @Test
  void codes_ofAnotherObjectOverTheSameFolder_areNotGivenTwice() throws Exception {
    KeptApp app = at(BEGIN);
    app.add(SECRET);
    assertThat(app.code()).isEqualTo(code(-1));
    assertThat(at(BEGIN).code()).isEqualTo(code(0));
  }

  @Test
  void secret_kept_isReadByItsOwnerAlone() throws Exception {
    at(BEGIN).add(SECRET);
    Path file = folder.resolve("authenticator-officer1.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void code_ofAnAppThatWasNotSetUp_isRefused() {
    assertThatIOException()
        .isThrownBy(() -> at(BEGIN).code())
        .withMessageContaining("no authenticator app");
  }
}
