package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** One visit to the provider's pages: what is typed into which form. */
final class Visit {
  private final String username;
  private final Passwords passwords;
  private boolean typed;
  private boolean changing;

  Visit(String username, Passwords passwords) {
    this.username = requireNonNull(username, "username is null");
    this.passwords = requireNonNull(passwords, "passwords is null");
  }

  /** A form, filled in. */
  record Answer(URI address, String content) {}

  /** Fills in the form of a page. A password that was not accepted is not tried again. */
  Answer fillIn(HttpResponse<String> page) throws IOException, SignInException {
    HtmlForm form =
        HtmlForm.first(page.body(), page.uri())
            .orElseThrow(
                () ->
                    new SignInException(
                        "%s got a page without a form, status %d"
                            .formatted(username, page.statusCode())));
    if (form.asksFor("password-new") && !changing) {
      changing = true;
      String next = passwords.next();
      return answer(form, Map.of("password-new", next, "password-confirm", next));
    }
    if (form.asksFor("password") && !typed) {
      typed = true;
      return answer(form, Map.of("username", username, "password", passwords.present()));
    }
    throw new SignInException(
        "%s could not sign in; asked again for %s".formatted(username, form.fields().keySet()));
  }

  /** The provider was content with what was typed. */
  void accepted() throws IOException {
    if (changing) {
      passwords.changed();
      changing = false;
    }
  }

  private static Answer answer(HtmlForm form, Map<String, String> fields) {
    return new Answer(form.action(), form.filled(fields));
  }
}
