package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.RunningGateway;

/** Somebody new, whom the identity provider and two administrators both grant roles in a unit. */
public final class NewStaff {
  private static final String USERS = "/admin/realms/safehand/users/";

  /** Theirs, never to be changed. */
  static final String PASSWORD = "a synthetic pass phrase 1";

  private final Keycloak keycloak = new Keycloak();
  private final String username;
  private final KeptApp app;
  private final String group;

  /**
   * @param folder where the secret of their second factor is kept
   */
  public NewStaff(Path folder, String role, String unit) throws Exception {
    this(folder, List.of(role), unit, "");
  }

  /** Somebody who may do both, though never on one case. */
  public static NewStaff officerAndSupervisor(Path folder, String unit) throws Exception {
    return new NewStaff(folder, List.of("referral-officer", "release-supervisor"), unit, "");
  }

  /** Somebody whose second factor is to be a security key. */
  static NewStaff withSecurityKey(Path folder, String role, String unit) throws Exception {
    return new NewStaff(folder, List.of(role), unit, ",\"second_factor\":[\"security-key\"]");
  }

  private NewStaff(Path folder, List<String> roles, String unit, String attributes)
      throws Exception {
    this.username = Keycloak.username("staff");
    this.app =
        new KeptApp(
            new Secrets(folder, new SecureRandom()),
            new Person(username, "S", "P", List.of(), Optional.empty(), Optional.empty(), false));
    String id = keycloak.newPerson(username, PASSWORD);
    Api operator = keycloak.operator();
    for (String role : roles) {
      String granted = operator.get("/admin/realms/safehand/roles/" + role).text();
      assertThat(operator.post(USERS + id + "/role-mappings/realm", "[" + granted + "]").status())
          .isEqualTo(204);
    }
    Answer made =
        operator.post(
            "/admin/realms/safehand/groups",
            "{\"name\":\"%s\",\"attributes\":{\"unit\":[\"%s\"]%s}}"
                .formatted(username, unit, attributes));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String location = URI.create(made.header("Location")).getPath();
    this.group = location.substring(location.lastIndexOf('/') + 1);
    assertThat(
            operator
                .send(operator.to(USERS + id + "/groups/" + group).PUT(BodyPublishers.noBody()))
                .status())
        .isEqualTo(204);
    bind(username, roles, unit);
  }

  private static void bind(String username, List<String> roles, String unit) throws Exception {
    byTwo(
        "{\"kind\":\"person-create\",\"person\":{\"number\":\"%s\",\"displayName\":\"S\","
                .formatted(username)
            + "\"roles\":[\"%s\"],\"unit\":\"%s\"}}".formatted(String.join("\",\"", roles), unit));
  }

  /** An administrator proposes {@code change}, another one approves it. */
  private static void byTwo(String change) throws Exception {
    RunningGateway gateway = RunningGateway.get();
    Answer proposed = gateway.administrator().post("/api/v1/proposals", change);
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    Answer approved =
        gateway
            .otherAdministrator()
            .post(
                "/api/v1/proposals/" + proposed.json().path("id").asText() + "/approve",
                "{\"digest\":\"%s\"}".formatted(proposed.json().path("digest").asText()),
                proposed.header("ETag"));
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
  }

  /** They may do nothing any more, and are not counted among the active. */
  public void leave() throws Exception {
    byTwo("{\"kind\":\"person-deactivate\",\"number\":\"%s\",\"revision\":1}".formatted(username));
  }

  /** The realm is as it was, as far as it is exported. */
  public void forget() throws Exception {
    Api operator = keycloak.operator();
    assertThat(
            operator.send(operator.to("/admin/realms/safehand/groups/" + group).DELETE()).status())
        .isEqualTo(204);
  }

  /** By which the gateway knows them. */
  public String number() {
    return username;
  }

  /** A browser without cookies, in which they sign in. */
  BrowserSignIn browser() {
    return keycloak.browser(username, new MemorisedPassword(PASSWORD), app);
  }

  /** The API, as they use it with tokens of a browser that signs in now. */
  public Api api() {
    return keycloak.gateway(browser());
  }
}
