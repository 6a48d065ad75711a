package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.signin.KeptPasswords;

/** Two administrators change people in a browser, and each role finds its own pages there. */
class PeopleConsoleIT {
  private static final String NUMBER = "walker-1";
  private static final List<String> PEOPLE =
      List.of(
          "administrator1",
          "administrator2",
          "officer1",
          "supervisor1",
          "liaison-north",
          "auditor1");

  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void console_twoAdministratorsChangeAPerson_andEachRoleSeesItsOwnPages() throws Exception {
    Walk walk = Walk.of(gateway);
    // the first sign-in sets the password and the authenticator app
    for (Api person :
        List.of(
            gateway.officer(),
            gateway.supervisor(),
            gateway.liaison("AG-N-001"),
            gateway.auditor(),
            gateway.administrator(),
            gateway.otherAdministrator())) {
      assertThat(person.get("/api/v1/me").status()).isEqualTo(200);
    }
    ObjectNode users = new ObjectMapper().createObjectNode();
    for (String username : PEOPLE) {
      users.put(username, password(username));
    }
    try (Apps apps = Apps.of(gateway)) {
      walk.run(
          "test/people.mjs",
          Map.of(
              "SAFEHAND_PEOPLE_USERS",
              users.toString(),
              "SAFEHAND_PEOPLE_APPS",
              apps.address(),
              "SAFEHAND_PEOPLE_NUMBER",
              NUMBER));
    }
    Api.Answer walker = gateway.administrator().get("/api/v1/people/" + NUMBER);
    assertThat(walker.json().path("displayName").asText()).isEqualTo("Wanda Wander");
    assertThat(walker.json().path("roles")).hasSize(1);
    assertThat(walker.json().path("revision").asInt()).isEqualTo(2);
    assertThat(walker.json().path("active").asBoolean()).isTrue();
  }

  private String password(String username) throws Exception {
    return new KeptPasswords(gateway.platform().secrets(), gateway.named(username)).present();
  }
}
