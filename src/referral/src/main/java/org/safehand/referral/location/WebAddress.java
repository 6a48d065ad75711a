package org.safehand.referral.location;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a resource, as it was observed. Nothing ever follows it.
 *
 * @param observed exactly as observed
 */
public record WebAddress(String observed) {
  /** Refuses what is no absolute address with a host. */
  public WebAddress {
    requireNonNull(observed, "observed is null");
    if (parse(observed).isEmpty()) {
      throw new IllegalArgumentException("not an absolute address with a host");
    }
  }

  /** Whether {@code text} is an absolute http, https or ftp address with a host. */
  public static boolean isWellFormed(String text) {
    return parse(text).isPresent();
  }

  /** Scheme and host in lower case, default port and fragment left out, an empty path as "/". */
  public String normalised() {
    URI uri = parse(observed).orElseThrow();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder(scheme).append("://");
    text.append(uri.getHost().toLowerCase(Locale.ROOT));
    if (uri.getPort() != -1 && uri.getPort() != defaultPort(scheme)) {
      text.append(':').append(uri.getPort());
    }
    String path = uri.normalize().getRawPath();
    text.append(path == null || path.isEmpty() ? "/" : path);
    if (uri.getRawQuery() != null) {
      text.append('?').append(uri.getRawQuery());
    }
    return text.toString();
  }

  /** The normalised address, changed so that no program takes it for a link. */
  public String defanged() {
    String text = normalised();
    int host = text.indexOf("://") + 3;
    int path = text.indexOf('/', host);
    String scheme = text.substring(0, host).replace("tt", "xx").replace("ftp", "fxp");
    return scheme + text.substring(host, path).replace(".", "[.]") + text.substring(path);
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> 21;
    };
  }

  private static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      boolean known = scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?|ftp");
      return known && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
