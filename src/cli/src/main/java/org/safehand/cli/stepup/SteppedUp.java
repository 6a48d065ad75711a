package org.safehand.cli.stepup;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.signin.StepUpSignIn;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** Requests that the gateway may refuse until the person has shown their second factor. */
public final class SteppedUp {
  private static final String ASKED = "insufficient-user-authentication";

  private final Gateway gateway;
  private final Terminal terminal;
  private final Clock clock;

  public SteppedUp(Gateway gateway, Terminal terminal, Clock clock) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Tells which act a request is; asked only when the gateway wants the second factor. */
  @FunctionalInterface
  public interface Naming {
    Act act() throws CliException;
  }

  /** The answer to a POST; if the gateway asks for the second factor, to the one after it. */
  public Answer postJson(String path, Map<String, String> headers, JsonObject body, Naming naming)
      throws CliException {
    try {
      return gateway.postJson(path, headers, body);
    } catch (CliException refused) {
      if (!refused.code().equals(ASKED)) {
        throw refused;
      }
    }
    prove(naming.act());
    return gateway.postJson(path, headers, body);
  }

  /**
   * The answer to a POST that says why something is done to {@code object}, in the version {@code
   * tag}; if the gateway asks for the second factor, it is shown for that reason.
   */
  public Answer because(String path, String operation, UUID object, String tag, String reason)
      throws CliException {
    return postJson(
        path,
        Map.of("If-Match", tag),
        JsonObject.builder().put("reason", reason).build(),
        () -> Act.because(operation, object.toString(), tag, reason));
  }

  private void prove(Act act) throws CliException {
    Answer asked = gateway.postJson(ApiPath.STEP_UPS, Map.of(), act.toJson());
    try {
      JsonObject challenge = asked.json();
      terminal.note("The gateway asks for your second factor, for this " + act.operation());
      String token =
          new StepUpSignIn(gateway.person().session(), clock, new SecureRandom())
              .answer(
                  challenge.string("challenge"),
                  challenge.string("acrValues"),
                  Duration.ofSeconds(challenge.integer("maxAge")),
                  address -> terminal.note("Open: " + address));
      gateway.putJson(
          ApiPath.STEP_UPS + "/" + challenge.string("id"),
          JsonObject.builder().put("idToken", token).build());
    } catch (JsonException e) {
      throw asked.malformed(e);
    }
  }
}
