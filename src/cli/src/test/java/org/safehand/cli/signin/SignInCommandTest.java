package org.safehand.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.session.TokenEndpoint;

class SignInCommandTest {
  private final TestServer server = new TestServer();
  private final FakeProvider provider = new FakeProvider(server);
  private final Path folder;
  private final Path session;

  SignInCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.session = folder.resolve("session.json");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun signIn(UnaryOperator<Map<String, String>> answer) throws Exception {
    CommandRun run = new CommandRun();
    Path ca = server.pemFile(folder);
    Thread command =
        new Thread(
            () ->
                run.execute(
                    "sign-in",
                    "--server",
                    server.origin(),
                    "--ca",
                    ca,
                    "--issuer",
                    provider.issuer(),
                    "--session",
                    session,
                    "--timeout",
                    20));
    command.start();
    while (command.isAlive() && !run.out().endsWith("\n")) {
      Thread.sleep(10);
    }
    if (run.out().startsWith("Open: ")) {
      String address = run.out().substring("Open: ".length()).strip();
      String redirect =
          FakeProvider.parameters(URI.create(address).getRawQuery()).get("redirect_uri");
      follow(redirect + "?" + TokenEndpoint.encode(answer.apply(provider.signIn(address))));
    }
    command.join();
    return run;
  }

  private static void follow(String address) throws IOException, InterruptedException {
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'");
  }

  private static UnaryOperator<Map<String, String>> with(String name, String value) {
    return answer -> {
      answer.put(name, value);
      return answer;
    };
  }

  @Test
  void signIn_answered_keepsTheSession() throws Exception {
    CommandRun run = signIn(answer -> answer);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("code_challenge_method=S256")
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A");
    assertThat(Files.readString(session))
        .contains("\"accessToken\":\"at\"")
        .contains("\"refreshToken\":\"rt\"");
    assertThat(run.err()).doesNotContain("rt\"");
  }

  @Test
  void signIn_answerToAnotherSignIn_isRefused() throws Exception {
    assertRefused(signIn(with("state", "of-another")), "sign-in-state");
  }

  @Test
  void signIn_answerOfAnotherIssuer_isRefused() throws Exception {
    assertRefused(signIn(with("iss", "https://evil.example.org/realm")), "sign-in-issuer");
  }

  @Test
  void signIn_answerWithoutIssuer_isRefused() throws Exception {
    CommandRun run =
        signIn(
            answer -> {
              answer.remove("iss");
              return answer;
            });
    assertRefused(run, "sign-in-issuer");
  }

  @Test
  void signIn_deniedByTheProvider_isRefused() throws Exception {
    assertRefused(signIn(with("error", "access_denied")), "sign-in-refused");
  }

  @Test
  void signIn_foreignCode_isRefusedByTheTokenEndpoint() throws Exception {
    CommandRun run = signIn(with("code", "of-another"));

    assertRefused(run, "sign-in-refused");
    assertThat(run.err()).contains("invalid_grant");
  }

  @Test
  void signIn_providerUnderAnotherName_isRefused(@TempDir Path other) throws Exception {
    server.onJson(
        "/alias/.well-known/openid-configuration",
        200,
        provider.discovery(provider.issuer().toString()));

    CommandRun run =
        CommandRun.of(
            "sign-in",
            "--server",
            server.origin(),
            "--ca",
            server.pemFile(other),
            "--issuer",
            server.origin() + "/alias",
            "--session",
            session);

    assertRefused(run, "provider-mismatch");
  }

  @Test
  void signIn_nobodyComes_endsInTime() throws Exception {
    CommandRun run =
        CommandRun.of(
            "sign-in",
            "--server",
            server.origin(),
            "--ca",
            server.pemFile(folder),
            "--issuer",
            provider.issuer(),
            "--session",
            session,
            "--timeout",
            0);

    assertRefused(run, "sign-in-timeout");
  }

  @Test
  void signIn_certificateOfAnotherAuthority_isUntrusted(@TempDir Path other) throws Exception {
    try (TestServer stranger = new TestServer()) {
      CommandRun run =
          CommandRun.of(
              "sign-in",
              "--server",
              server.origin(),
              "--ca",
              stranger.pemFile(other),
              "--issuer",
              provider.issuer(),
              "--session",
              session);

      assertThat(run.exit()).isEqualTo(8);
      assertThat(run.err()).startsWith("server-untrusted: ");
    }
  }

  @Test
  void signOut_afterSignIn_deletesTheSessionAndRevokes() throws Exception {
    signIn(answer -> answer);

    CommandRun run = CommandRun.of("sign-out", "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(session).doesNotExist();
    assertThat(server.requests()).contains("POST /realm/revoke");
  }

  private void assertRefused(CommandRun run, String code) {
    assertThat(run.exit()).as(run.toString()).isEqualTo(4);
    assertThat(run.err()).startsWith(code + ": ");
    assertThat(session).doesNotExist();
  }
}
