package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on which an authenticator app is set up: first with a picture to scan, and a link for
 * who cannot scan; behind it the secret stands as text.
 *
 * @param content the page
 * @param address where it came from
 */
record SetUpPage(String content, URI address) {
  private static final Pattern MANUAL =
      Pattern.compile("<a\\s+href=\"([^\"]*)\"\\s+id=\"mode-manual\"");
  private static final Pattern SECRET =
      Pattern.compile("<span\\s+id=\"kc-totp-secret-key\">([A-Z2-7 ]+)</span>");

  SetUpPage {
    requireNonNull(content, "content is null");
    requireNonNull(address, "address is null");
  }

  /** The link for who cannot scan. */
  Optional<URI> manual() {
    Matcher link = MANUAL.matcher(content);
    return link.find()
        ? Optional.of(address.resolve(link.group(1).replace("&amp;", "&")))
        : Optional.empty();
  }

  /** The secret as text, in Base32. */
  String secret() throws SignInException {
    Matcher secret = SECRET.matcher(content);
    if (!secret.find()) {
      throw new SignInException("the page for an authenticator app shows no secret");
    }
    return secret.group(1);
  }
}
