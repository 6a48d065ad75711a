package org.safehand.web.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.referral.anchor.Anchor;
import org.safehand.referral.anchor.Anchors;
import org.safehand.web.door.OpenToAll;
import org.safehand.web.message.ContentTag;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;
import org.safehand.web.view.AnchorJson;
import org.safehand.web.view.Answers;

/**
 * The custody log as C2SP tlog-tiles serves it, blind leaves that tell nothing of a case, and
 * beside it the checkpoints that were time-stamped: the note, and the bare RFC 3161 token over its
 * bytes. Every answer can be cached and asked for again by its tag; HEAD gives the same headers.
 */
@Path("/")
public class LogResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String NOTE = "text/plain; charset=utf-8";
  private static final int ANCHORS_A_PAGE = 100;
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  /** tlog-tiles, "Checkpoints": not beyond a few seconds. */
  private static final String FEW_SECONDS = "public, max-age=2, must-revalidate";

  private final TileSource log;
  private final Supplier<Optional<String>> newest;
  private final Anchors anchors;

  /**
   * @param newest the newest signed checkpoint
   */
  public LogResource(TileSource log, Supplier<Optional<String>> newest, Anchors anchors) {
    this.log = requireNonNull(log, "log is null");
    this.newest = requireNonNull(newest, "newest is null");
    this.anchors = requireNonNull(anchors, "anchors is null");
  }

  @GET
  @Path("/checkpoint")
  @OpenToAll("anyone may check the log")
  public Response checkpoint(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    String note =
        newest.get().orElseThrow(() -> new ProblemException(WebCode.NOT_FOUND, "no event yet"));
    return answer(note.getBytes(UTF_8), NOTE, FEW_SECONDS, known);
  }

  @GET
  @Path("/tile/{path: .+}")
  @OpenToAll("anyone may check the log")
  public Response tile(
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known)
      throws IOException {
    return answer(bytes("tile/" + path), MediaType.APPLICATION_OCTET_STREAM, FOR_EVER, known);
  }

  /** The bytes, or 304 if the caller has them. */
  private static Response answer(
      byte[] bytes, String type, String caching, @Nullable String known) {
    ContentTag tag = ContentTag.of(bytes);
    Response.ResponseBuilder answer =
        tag.isKnown(known)
            ? Response.notModified()
            : Response.ok(bytes, type).header(HttpHeaders.CONTENT_LENGTH, bytes.length);
    return answer
        .header(HttpHeaders.ETAG, tag.toString())
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .build();
  }

  @GET
  @Path("/anchors")
  @OpenToAll("anyone may check the log")
  public Response anchors(@QueryParam("before") @Nullable String before) {
    if (before != null && !SIZE.matcher(before).matches()) {
      throw new ProblemException(WebCode.PARAMETER_MALFORMED, "before is not a size");
    }
    long below = before == null ? Long.MAX_VALUE : Long.parseLong(before);
    return Answers.with(200, AnchorJson.list(anchors.list(below, ANCHORS_A_PAGE)))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  @GET
  @Path("/anchor/{size}/checkpoint")
  @OpenToAll("anyone may check the log")
  public Response anchored(
      @PathParam("size") String size,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    return answer(anchor(size).note().bytes(), NOTE, FOR_EVER, known);
  }

  @GET
  @Path("/anchor/{size}/token.tsr")
  @OpenToAll("anyone may check the log")
  public Response token(
      @PathParam("size") String size,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    return answer(anchor(size).token().bytes(), "application/timestamp-token", FOR_EVER, known);
  }

  private LogAnchor anchor(String size) {
    if (!SIZE.matcher(size).matches()) {
      throw new ProblemException(WebCode.NOT_FOUND, "");
    }
    return anchors
        .find(Long.parseLong(size))
        .map(Anchor::stamped)
        .orElseThrow(() -> new ProblemException(WebCode.NOT_FOUND, ""));
  }

  /**
   * Exactly the spelling of the standard is a path; the partial tiles of the past stay readable.
   */
  private byte[] bytes(String path) throws IOException {
    Optional<TileId> tile = TileId.ofPath(path);
    Optional<BundleId> bundle = BundleId.ofPath(path);
    try {
      if (tile.isPresent()) {
        return log.tile(tile.get()).bytes();
      }
      if (bundle.isPresent()) {
        return log.bundle(bundle.get()).bytes();
      }
    } catch (FileNotFoundException notThere) {
      throw new ProblemException(WebCode.NOT_FOUND, "");
    }
    throw new ProblemException(WebCode.NOT_FOUND, "");
  }
}
