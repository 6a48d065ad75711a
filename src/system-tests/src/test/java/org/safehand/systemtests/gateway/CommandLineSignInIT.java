package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code safehand sign-in}: the command prints an address, a person signs in, it has a session. */
class CommandLineSignInIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void signIn_atTheCommandLine_asksForASecondFactorAndOpensTheGateway(@TempDir Path folder)
      throws Exception {
    Path session = folder.resolve("session.json");
    Process command = signIn(session);
    try (BufferedReader output = command.inputReader(UTF_8)) {
      String line = output.readLine();
      assertThat(line).startsWith("Open: ");
      URI back =
          gateway
              .browser("officer2")
              .follow(URI.create(line.substring("Open: ".length())), "http://127.0.0.1:");
      assertThat(back.getPath()).isEqualTo("/callback");
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(back).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(command.exitValue()).isZero();
    assertThat(claims(session).path("acr").asText()).isEqualTo("gold");
    Command listed =
        gateway.safehand("referral", "list", "--session", session.toString(), "--output", "json");
    assertThat(listed.exitCode()).as(listed.output()).isZero();
  }

  private Process signIn(Path session) throws Exception {
    return new ProcessBuilder(
            gateway.home().resolve("safehand").toString(),
            "sign-in",
            "--server",
            gateway.platform().origin(),
            "--issuer",
            gateway.platform().issuer(),
            "--ca",
            gateway.platform().rootCertificate().toString(),
            "--session",
            session.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static JsonNode claims(Path session) throws Exception {
    String token = JSON.readTree(session.toFile()).path("accessToken").asText();
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
