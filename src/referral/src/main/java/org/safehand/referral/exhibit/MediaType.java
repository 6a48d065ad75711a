package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The media type that the sender declares for an exhibit, without parameters (RFC 6838, section
 * 4.2). It is carried, never acted upon: Safehand renders nothing.
 */
public record MediaType(String value) {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");
  private static final Set<String> TOP_LEVEL = Set.of("image", "video", "audio");

  /** What is accepted beside images, videos and audio of any type. */
  public static final Set<String> LISTED =
      Set.of(
          "application/gzip",
          "application/json",
          "application/mbox",
          "application/msword",
          "application/octet-stream",
          "application/pdf",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.tcpdump.pcap",
          "application/warc",
          "application/xml",
          "application/zip",
          "message/rfc822",
          "text/csv",
          "text/html",
          "text/plain",
          "text/xml");

  /** Refuses a wrong form; that the type is accepted here is {@link #accepted}'s matter. */
  public MediaType {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a media type");
    }
  }

  /** The type declared as {@code text}, which may have parameters, if this gateway accepts it. */
  public static Optional<MediaType> accepted(String text) {
    String bare = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(bare).matches()) {
      return Optional.empty();
    }
    String top = bare.substring(0, bare.indexOf('/'));
    return TOP_LEVEL.contains(top) || LISTED.contains(bare)
        ? Optional.of(new MediaType(bare))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
