package org.safehand.web.view;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.referral.retrieval.FetchedPackage;
import org.safehand.web.message.ByteRange;

/** A package as a download, whole or from a byte on; it is written as it is read. */
public final class PackageAnswer {
  /** ETSI EN 319 162-1, annex A.1. */
  public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

  private PackageAnswer() {}

  public static Response of(
      FetchedPackage fetched,
      SegmentSource segments,
      @Nullable String range,
      @Nullable String ifRange) {
    PackageRecipe recipe = fetched.recipe();
    String tag = "\"" + recipe.packageDigest().hex() + "\"";
    Optional<ByteRange> part =
        ifRange == null || ifRange.equals(tag)
            ? ByteRange.parse(range, recipe.length())
            : Optional.empty();
    long from = part.map(ByteRange::first).orElse(0L);
    long count = part.map(ByteRange::length).orElse(recipe.length());
    StreamingOutput body = out -> recipe.writeTo(out, segments, from, count);
    Response.ResponseBuilder answer =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(body)
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LENGTH, count)
            .header(HttpHeaders.ETAG, tag)
            .header("Accept-Ranges", "bytes")
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + fetched.dispatch() + ".asice\"");
    part.ifPresent(bytes -> answer.header("Content-Range", bytes.contentRange()));
    return answer.build();
  }
}
