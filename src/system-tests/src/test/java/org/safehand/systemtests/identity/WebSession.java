package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.safehand.launcher.signin.BrowserSignIn;

/** A person's session with the gateway, held by a cookie as the console holds it. */
final class WebSession {
  private final BrowserSignIn browser;
  private final String origin;

  private WebSession(BrowserSignIn browser, String origin) {
    this.browser = browser;
    this.origin = origin;
  }

  /** Signs in through the gateway's own door. */
  static WebSession of(BrowserSignIn browser, String origin) throws Exception {
    WebSession session = signedIn(browser, origin);
    assertThat(session.me()).as("right after signing in").isEqualTo(200);
    return session;
  }

  /** Signs in as {@link #of}; whether the session is still there after that is not looked at. */
  static WebSession signedIn(BrowserSignIn browser, String origin) throws Exception {
    assertThat(browser.follow(URI.create(origin + "/login"), "/")).hasPath("/");
    return new WebSession(browser, origin);
  }

  /** The status of a question that needs a session. */
  int me() throws Exception {
    return send(console("/api/v1/me").GET()).statusCode();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return browser.send(request.build());
  }

  /** A request as the console's own pages make it. */
  HttpRequest.Builder console(String path) {
    return bare(path)
        .header("X-Requested-With", "XMLHttpRequest")
        .header("Sec-Fetch-Site", "same-origin");
  }

  /** A request of which nothing says who made it. */
  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "application/json");
  }

  /** Leaves by the console's form; where the browser is sent. */
  String signOut() throws Exception {
    HttpResponse<String> answer =
        send(
            console("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("");
  }
}
