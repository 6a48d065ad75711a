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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    assertAnExhibitComesBack(folder, session);
  }

  /** What was taken in at the command line is had in clear there, for a purpose. */
  private void assertAnExhibitComesBack(Path folder, Path session) throws Exception {
    Path document = Files.writeString(folder.resolve("referral.json"), Documents.good());
    Path note = Files.writeString(folder.resolve("note.txt"), "a synthetic note");
    Path out = folder.resolve("clear.txt");
    String created = done(session, "referral", "create", document.toString());
    String referral = JSON.readTree(created).path("id").asText();
    done(session, "referral", "add-exhibit", referral, note.toString(), "--media-type=text/plain");
    String[] download = {
      "exhibit", "download", referral, "1", "--purpose", "to compare", "--out", out.toString()
    };
    assertThat(done(session, download)).contains(Sample.ofFile(note).sha256());
    assertThat(out).hasSameBinaryContentAs(note);
  }

  private String done(Path session, String... words) throws Exception {
    Command command =
        gateway.safehand(
            Stream.concat(
                    Stream.of(words), Stream.of("--session", session.toString(), "--output=json"))
                .toArray(String[]::new));
    assertThat(command.exitCode()).as(command.output()).isZero();
    return command.output();
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
