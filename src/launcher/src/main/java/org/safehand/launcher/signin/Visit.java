package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safehand.launcher.authenticator.AuthenticatorApp;

/** One visit to the provider's pages: what is typed into which form. */
final class Visit {
  private static final String NEW_PASSWORD = "password-new";

  private final String username;
  private final Passwords passwords;
  private final AuthenticatorApp app;
  private final Set<String> typed = new HashSet<>();
  private boolean changing;

  Visit(String username, Passwords passwords, AuthenticatorApp app) {
    this.username = requireNonNull(username, "username is null");
    this.passwords = requireNonNull(passwords, "passwords is null");
    this.app = requireNonNull(app, "app is null");
  }

  /** A form, filled in; without content, a link that is followed. */
  record Answer(URI address, Optional<String> content) {}

  /** Fills in the form of a page. What was not accepted is not tried again. */
  Answer fillIn(HttpResponse<String> page)
      throws IOException, InterruptedException, SignInException {
    HtmlForm form =
        HtmlForm.first(page.body(), page.uri())
            .orElseThrow(
                () ->
                    new SignInException(
                        "%s got a page without a form, status %d"
                            .formatted(username, page.statusCode())));
    if (!form.asksFor(NEW_PASSWORD)) {
      accepted();
    }
    if (form.asksFor("totpSecret")) {
      return setUp(form, new SetUpPage(page.body(), page.uri()));
    }
    if (asksAnew(form, "otp")) {
      return answer(form, Map.of("otp", app.code()));
    }
    if (asksAnew(form, NEW_PASSWORD)) {
      changing = true;
      String next = passwords.next();
      return answer(form, Map.of(NEW_PASSWORD, next, "password-confirm", next));
    }
    if (asksAnew(form, "password")) {
      return answer(form, Map.of("username", username, "password", passwords.present()));
    }
    throw new SignInException(
        "%s could not sign in; asked again for %s".formatted(username, form.fields().keySet()));
  }

  private Answer setUp(HtmlForm form, SetUpPage page)
      throws IOException, InterruptedException, SignInException {
    Optional<URI> manual = page.manual();
    if (manual.isPresent()) {
      return new Answer(manual.get(), Optional.empty());
    }
    if (!asksAnew(form, "totp")) {
      throw new SignInException(username + " could not set up an authenticator app");
    }
    app.add(page.secret());
    return answer(form, Map.of("totp", app.code(), "userLabel", "app"));
  }

  private boolean asksAnew(HtmlForm form, String field) {
    return form.asksFor(field) && typed.add(field);
  }

  /** The provider was content with what was typed. */
  void accepted() throws IOException {
    if (changing) {
      passwords.changed();
      changing = false;
    }
  }

  private static Answer answer(HtmlForm form, Map<String, String> fields) {
    return new Answer(form.action(), Optional.of(form.filled(fields)));
  }
}
