package org.safehand.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.json.Jcs;
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

/** The public log as anyone reads it: by plain GET, without sign-in. */
final class HttpLog implements TileSource {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI origin;
  private final HttpClient http;

  HttpLog(URI origin, HttpClient http) {
    this.origin = requireNonNull(origin, "origin is null");
    this.http = requireNonNull(http, "http is null");
  }

  SignedNote checkpoint() throws IOException {
    try {
      return SignedNote.parse(get("checkpoint"));
    } catch (NoteException e) {
      throw new IOException("the checkpoint is not a signed note: " + e.getMessage(), e);
    }
  }

  /** The newest anchor at or below {@code size}; none before the first. */
  List<LogAnchor> anchors(long size) throws IOException {
    try {
      JsonObject list = Jcs.readObject(get("anchors?before=" + (size + 1)));
      List<LogAnchor> anchors = new ArrayList<>();
      for (JsonObject newest : list.array("items").objects().stream().limit(1).toList()) {
        String folder = "anchor/" + newest.integer("size") + "/";
        anchors.add(
            new LogAnchor(
                SignedNote.parse(get(folder + "checkpoint")),
                TimeStampToken.parse(get(folder + "token.tsr"))));
      }
      return anchors;
    } catch (JsonException | NoteException | TimeStampException e) {
      throw new IOException("an anchor is malformed: " + e.getMessage(), e);
    }
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    return new Tile(id, get(id.path()));
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    return EntryBundle.of(id, get(id.path()))
        .orElseThrow(() -> new IOException(id.path() + " is malformed"));
  }

  private byte[] get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(origin.resolve("/log/" + path)).timeout(TIMEOUT).build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("/log/" + path + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
