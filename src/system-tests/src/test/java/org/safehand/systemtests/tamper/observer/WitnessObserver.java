package org.safehand.systemtests.tamper.observer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.witness.AddCheckpoint;
import org.safehand.custody.witness.Witness;
import org.safehand.systemtests.tamper.scene.RecordedLog;
import org.safehand.systemtests.tamper.scene.Superuser;

/**
 * The witness: what it cosigned last against what the database shows, and whether it cosigns that.
 */
public final class WitnessObserver implements Observer {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI witness;
  private final LogTrust trust;
  private final Superuser database;
  private final TileSource tiles;
  private final boolean settled;

  /**
   * @param settled whether nothing is on its way to the witness or back
   */
  public WitnessObserver(RecordedLog log, boolean settled) {
    this.witness = log.witness().address();
    this.trust = log.secrets().trust();
    this.database = log.superuser();
    this.tiles = requireNonNull(log.store().publishedLog(), "log is null");
    this.settled = settled;
  }

  @Override
  public String name() {
    return "witness";
  }

  @Override
  public Optional<Sighting> look()
      throws IOException, InterruptedException, SQLException, NoteException {
    Checkpoint cosigned = cosigned();
    Optional<SignedNote> published;
    try {
      published = newest("log_checkpoint");
      Optional<SignedNote> shown = newest("log_witnessed");
      if (settled && (shown.isEmpty() || !Checkpoint.of(shown.get()).equals(cosigned))) {
        return Optional.of(
            new Sighting("witness-not-shown", "witnessed checkpoint " + cosigned.size()));
      }
    } catch (NoteException e) {
      return Optional.of(
          new Sighting("witness-unreadable", "newest checkpoint: " + e.getMessage()));
    }
    return published.isEmpty()
        ? Optional.of(new Sighting("witness-ahead", "checkpoint " + cosigned.size()))
        : compare(cosigned, published.get());
  }

  private Optional<Sighting> compare(Checkpoint cosigned, SignedNote note)
      throws IOException, InterruptedException, NoteException {
    Checkpoint published = Checkpoint.of(note);
    if (published.size() < cosigned.size()) {
      return Optional.of(refusal(new AddCheckpoint(published.size(), List.of(), note)));
    }
    ConsistencyProof proof;
    try {
      proof = new ProofMaker(tiles).consistency(cosigned.size(), published.size());
    } catch (IOException e) {
      return Optional.of(new Sighting("witness-no-proof", String.valueOf(e.getMessage())));
    }
    return proof.verify(cosigned.root(), published.root())
        ? Optional.empty()
        : Optional.of(refusal(new AddCheckpoint(cosigned.size(), proof.path(), note)));
  }

  private Optional<SignedNote> newest(String table) throws SQLException, NoteException {
    List<String> notes =
        database.ask(
            row -> row.getString(1), "select note from " + table + " order by size desc limit 1");
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(SignedNote.parse(notes.get(0).getBytes(UTF_8)));
  }

  private Checkpoint cosigned() throws IOException, InterruptedException, NoteException {
    Digest origin = Witness.originHash(trust.origin());
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(witness.resolve(origin.hex() + "/checkpoint")).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return trust.verify(SignedNote.parse(answer.body()));
  }

  /** The witness must not cosign this. */
  private Sighting refusal(AddCheckpoint request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(witness.resolve("add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 200) {
      throw new AssertionError("the witness cosigned what does not continue its log: " + request);
    }
    return new Sighting("witness-" + answer.statusCode(), "checkpoint: " + answer.body().strip());
  }
}
