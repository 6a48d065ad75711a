package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.SignInException;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.race.Race;

/** One person signs in with two browsers at the same moment. */
class SignInRaceIT {
  private static final String PASSWORD = "a synthetic pass phrase 1";
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Of other people each time: an authenticator app gives three codes at once, and no more. */
  private static final int ROUNDS = Math.max(5, Race.ROUNDS / 20);

  private final Keycloak keycloak = new Keycloak();
  private final Path folder;

  SignInRaceIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void twoSignInsAtOnce_leaveOneSession() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String username = Keycloak.username("race");
      String id = keycloak.newPerson(username, PASSWORD);
      KeptApp app = app(username);
      WebSession before = signIn(username, app).orElseThrow();
      assertThat(before.me()).isEqualTo(200);
      List<Optional<WebSession>> both =
          Race.of(() -> signIn(username, app), () -> signIn(username, app));
      Await.until("one of the two is left", SOON, () -> alive(both) == 1);
      assertThat(before.me()).as("the session before").isEqualTo(401);
      assertThat(
              keycloak
                  .operator()
                  .get("/admin/realms/safehand/users/" + id + "/sessions")
                  .json()
                  .size())
          .isLessThanOrEqualTo(1);
    }
  }

  private static int alive(List<Optional<WebSession>> sessions) throws Exception {
    int alive = 0;
    for (Optional<WebSession> session : sessions) {
      alive += session.isPresent() && session.get().me() == 200 ? 1 : 0;
    }
    return alive;
  }

  /** Empty: the provider takes no two passwords of one person at once, and asked again. */
  private Optional<WebSession> signIn(String username, KeptApp app) throws Exception {
    try {
      return Optional.of(
          WebSession.signedIn(
              keycloak.browser(username, new MemorisedPassword(PASSWORD), app),
              keycloak.gatewayOrigin()));
    } catch (SignInException askedAgain) {
      return Optional.empty();
    }
  }

  private KeptApp app(String username) {
    return new KeptApp(
        new Secrets(folder, new SecureRandom()),
        new Person(username, "S", "P", List.of(), Optional.empty(), Optional.empty(), false));
  }
}
