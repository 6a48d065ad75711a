package org.safehand.web.view;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.referral.retrieval.FetchedPackage;
import org.safehand.web.message.ByteRange;
import org.safehand.web.problem.ProblemException;

/** A package as a download, whole or from a byte on; it is written as it is read. */
public final class PackageAnswer {
  /** ETSI EN 319 162-1, annex A.1. */
  public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

  private final SegmentSource segments;
  private final @Nullable String range;
  private final @Nullable String ifRange;

  /** To a request with these fields; the bytes come from {@code segments}. */
  public PackageAnswer(SegmentSource segments, @Nullable String range, @Nullable String ifRange) {
    this.segments = requireNonNull(segments, "segments is null");
    this.range = range;
    this.ifRange = ifRange;
  }

  /**
   * Which part of {@code recipe}'s package is sent, as Content-Range writes it; empty for the
   * whole.
   *
   * @throws ProblemException range-not-satisfiable when it begins after the end
   */
  public Optional<String> range(PackageRecipe recipe) {
    return part(recipe).map(ByteRange::contentRange);
  }

  private Optional<ByteRange> part(PackageRecipe recipe) {
    return ifRange == null || ifRange.equals(tag(recipe))
        ? ByteRange.parse(range, recipe.length())
        : Optional.empty();
  }

  private static String tag(PackageRecipe recipe) {
    return "\"" + recipe.packageDigest().hex() + "\"";
  }

  /** The whole of it, or the part that was asked for. */
  public Response of(FetchedPackage fetched) {
    PackageRecipe recipe = fetched.recipe();
    Optional<ByteRange> part = part(recipe);
    long from = part.map(ByteRange::first).orElse(0L);
    long count = part.map(ByteRange::length).orElse(recipe.length());
    StreamingOutput body = out -> recipe.writeTo(out, segments, from, count);
    Response.ResponseBuilder answer =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(body)
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LENGTH, count)
            .header(HttpHeaders.ETAG, tag(recipe))
            .header("Accept-Ranges", "bytes")
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + fetched.dispatch() + ".asice\"");
    part.ifPresent(bytes -> answer.header("Content-Range", bytes.contentRange()));
    return answer.build();
  }
}
