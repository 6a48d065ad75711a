package org.safehand.sequencer.witness;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import org.safehand.custody.note.VerifierKey;

/**
 * A witness and where it is.
 *
 * @param key what its cosignatures verify with
 * @param prefix its submission and monitoring prefix, http or https, without a slash at its end
 */
record WitnessAddress(VerifierKey key, URI prefix) {
  WitnessAddress {
    requireNonNull(key, "key is null");
    requireNonNull(prefix, "prefix is null");
  }

  /** The witness of a line {@code VKEY URL}. */
  static Optional<WitnessAddress> ofLine(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    return VerifierKey.parse(parts[0])
        .filter(VerifierKey::isCosigner)
        .flatMap(key -> prefix(parts[1]).map(prefix -> new WitnessAddress(key, prefix)));
  }

  private static Optional<URI> prefix(String text) {
    try {
      URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean plain =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  URI resolve(String path) {
    return URI.create(prefix + "/" + path);
  }

  /** The name for people. */
  @Override
  public String toString() {
    return key.name() + " at " + prefix;
  }
}
