package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Refused;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

/** The log that a gateway serves at {@code /log} (C2SP tlog-tiles), not verified. */
final class HttpLog implements TileSource {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final URI server;
  private final Transport transport;

  HttpLog(URI server, Transport transport) {
    this.server = requireNonNull(server, "server is null");
    this.transport = requireNonNull(transport, "transport is null");
  }

  /** The bytes of the newest checkpoint. */
  byte[] checkpoint() throws CliException {
    return get("checkpoint").body();
  }

  /**
   * The newest anchor at or below {@code size}; none where the server has no anchors, as one that
   * serves tiles alone.
   */
  List<LogAnchor> anchors(long size) throws CliException {
    Answer answer = ask("anchors?before=" + (size + 1));
    if (answer.status() == 404) {
      return List.of();
    }
    require(answer);
    List<LogAnchor> anchors = new ArrayList<>();
    try {
      for (JsonObject newest : answer.json().array("items").objects().stream().limit(1).toList()) {
        anchors.add(anchor(newest.integer("size")));
      }
      return anchors;
    } catch (JsonException e) {
      throw malformed(answer, String.valueOf(e.getMessage()));
    }
  }

  private LogAnchor anchor(long size) throws CliException {
    Answer note = get("anchor/" + size + "/checkpoint");
    Answer token = get("anchor/" + size + "/token.tsr");
    try {
      return new LogAnchor(SignedNote.parse(note.body()), TimeStampToken.parse(token.body()));
    } catch (NoteException e) {
      throw malformed(note, String.valueOf(e.getMessage()));
    } catch (TimeStampException e) {
      throw malformed(token, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    try {
      Answer answer = get(id.path());
      byte[] bytes = answer.body();
      if (bytes.length != id.width() * Digest.LENGTH) {
        throw malformed(answer, "not " + id.width() + " hashes");
      }
      return new Tile(id, bytes);
    } catch (CliException e) {
      throw new FetchFailure(e);
    }
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    try {
      Answer answer = get(id.path());
      return EntryBundle.of(id, answer.body())
          .orElseThrow(() -> malformed(answer, "not " + id.width() + " entries"));
    } catch (CliException e) {
      throw new FetchFailure(e);
    }
  }

  private Answer get(String path) throws CliException {
    Answer answer = ask(path);
    require(answer);
    return answer;
  }

  private Answer ask(String path) throws CliException {
    return transport.send(
        HttpRequest.newBuilder(URI.create(server + "/log/" + path)).timeout(PATIENCE).build());
  }

  private static void require(Answer answer) throws CliException {
    if (answer.status() != 200) {
      throw Refused.of(answer);
    }
  }

  private static CliException malformed(Answer answer, String reason) {
    return new CliException(CliCode.ANSWER_MALFORMED, answer.place(), reason);
  }

  /** Carries a failure through the interface of a tile source. */
  static final class FetchFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final CliException failure;

    FetchFailure(CliException failure) {
      super(failure);
      this.failure = failure;
    }

    CliException failure() {
      return failure;
    }
  }
}
