package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.safehand.launcher.http.TrustedClient;
import org.safehand.launcher.keycloak.ClientKey;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.port.PortName;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.RunningGateway;

/**
 * Machines as they use the API, each through its door: plain HTTP, no code of the product. A token
 * is asked for anew before it ends.
 */
public final class Machines {
  static final String NORTH = "service-account-safehand-machine-north";

  private static final Duration USED_FOR = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RunningGateway gateway = RunningGateway.get();
  private final Keycloak keycloak = new Keycloak();
  private final Kept northsToken = new Kept(this::askAsNorth);
  private final Kept intakesToken = new Kept(this::askAsIntake);
  private @Nullable Api north;
  private @Nullable Api intake;

  /** The hotline's intake system, at the people's door. */
  public synchronized Api intake() {
    if (intake == null) {
      intake = new Api(client(gateway.tls()), peoplesDoor(), this::intakesToken);
    }
    return intake;
  }

  /** The case system of AG-N-001, at the machine door. */
  public synchronized Api north() {
    if (north == null) {
      north = showing(northsKey(), this::northsToken);
    }
    return north;
  }

  /** Whoever shows {@code identity} at the machine door, as the bearer of {@code token}. */
  Api showing(Identity identity, Api.Token token) {
    return new Api(client(tls(identity)), machineDoor(), token);
  }

  /** Whoever shows no certificate, as the bearer of {@code token}. */
  Api bearing(Api.Token token) {
    return new Api(client(gateway.tls()), peoplesDoor(), token);
  }

  /** The key of the demo agency's case system. */
  Identity northsKey() {
    try {
      return keycloak.agency("machine.p12", "machine");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String northsToken() {
    return northsToken.get();
  }

  String intakesToken() {
    return intakesToken.get();
  }

  URI peoplesDoor() {
    return URI.create(gateway.platform().origin());
  }

  URI machineDoor() {
    return URI.create("https://localhost:" + gateway.platform().ports().number(PortName.MACHINE));
  }

  /** What trusts our servers and shows {@code identity} to those that ask. */
  SSLContext tls(Identity identity) {
    try {
      KeyManager[] own = {new OneKey(identity)};
      return TrustedClient.context(gateway.platform().rootCertificate(), own);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpClient client(SSLContext tls) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(PATIENCE)
        .sslContext(tls)
        .build();
  }

  private String askAsNorth() throws Exception {
    return token(
        keycloak
            .presenting(northsKey())
            .token(
                "safehand",
                Map.of("grant_type", "client_credentials", "client_id", "safehand-machine-north")));
  }

  private String askAsIntake() throws Exception {
    Assertion assertion =
        Assertion.of(
            "safehand-intake",
            ClientKey.INTAKE.id(),
            Assertion.key(keycloak.clientKey(ClientKey.INTAKE)),
            keycloak.issuer());
    return token(
        keycloak.token(
            "safehand",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "safehand-intake",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion.compact())));
  }

  private static String token(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Keycloak.json(answer).path("access_token").asText();
  }

  /** A token until it is too old to be used. */
  private static final class Kept implements Supplier<String> {
    private final Api.Token asking;
    private String value = "";
    private Instant until = Instant.MIN;

    private Kept(Api.Token asking) {
      this.asking = asking;
    }

    @Override
    public synchronized String get() {
      if (!until.isAfter(Instant.now())) {
        try {
          value = asking.value();
        } catch (Exception e) {
          throw new IllegalStateException("no token", e);
        }
        until = Instant.now().plus(USED_FOR);
      }
      return value;
    }
  }
}
