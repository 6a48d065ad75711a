package org.safehand.store.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.Tuple;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;

/**
 * The published log as the sequencer wrote it: newest checkpoints, tiles, entry bundles.
 *
 * <p>What comes from here proves nothing before it was checked against the checkpoint, and the
 * checkpoint against the log's key.
 */
public final class PublishedLog implements TileSource {
  /** A partial row is a prefix of every wider one, so the narrowest that is wide enough serves. */
  private static final String TILE =
      "select width, bytes from log_tile where level = :level and tile_index = :index"
          + " and width >= :width order by width limit 1";

  private static final String BUNDLE =
      "select width, bytes from log_entries where bundle_index = :index"
          + " and width >= :width order by width limit 1";

  private static final String PUBLISHED =
      "select size, note from log_checkpoint order by size desc limit 1";

  private static final String WITNESSED =
      "select size, note from log_witnessed order by size desc limit 1";

  private final EntityWork work;

  public PublishedLog(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  /**
   * The newest witnessed checkpoint, a C2SP signed note with its cosignatures; empty before the
   * first.
   */
  public Optional<String> checkpoint() {
    return first(WITNESSED, Map.of()).map(row -> row.get(1, String.class));
  }

  /** How many events the newest signed checkpoint commits to, witnessed or not. */
  public long publishedSize() {
    return size(PUBLISHED);
  }

  /** How many events the newest witnessed checkpoint commits to. */
  public long witnessedSize() {
    return size(WITNESSED);
  }

  private long size(String newest) {
    return first(newest, Map.of()).map(row -> row.get(0, Long.class)).orElse(0L);
  }

  /**
   * The proof that the event with index {@code logIndex} stands under the newest witnessed
   * checkpoint; empty when none commits to it yet.
   */
  Optional<TlogProof> proof(OptionalLong logIndex) {
    Optional<Tuple> newest = first(WITNESSED, Map.of());
    if (logIndex.isEmpty()
        || newest.isEmpty()
        || logIndex.getAsLong() >= newest.get().get(0, Long.class)) {
      return Optional.empty();
    }
    return Optional.of(
        proof(
            logIndex.getAsLong(),
            newest.get().get(0, Long.class),
            newest.get().get(1, String.class)));
  }

  private TlogProof proof(long index, long size, String note) {
    try {
      return new TlogProof(
          index,
          new ProofMaker(this).inclusion(index, size).path(),
          SignedNote.parse(note.getBytes(UTF_8)));
    } catch (IOException | NoteException e) {
      throw new StoreException(
          StoreCode.ROW_DAMAGED, "the published log of size " + size + " is incomplete", e);
    }
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    Tuple row =
        stored(
            TILE, Map.of("level", id.level(), "index", id.index(), "width", id.width()), id.path());
    try {
      TileId found = new TileId(id.level(), id.index(), width(row));
      return new Tile(found, bytes(row)).prefix(id.width());
    } catch (IllegalArgumentException e) {
      throw new IOException(id.path() + " is damaged", e);
    }
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    Tuple row = stored(BUNDLE, Map.of("index", id.index(), "width", id.width()), id.path());
    try {
      BundleId found = new BundleId(id.index(), width(row));
      return EntryBundle.of(found, bytes(row))
          .orElseThrow(() -> new IOException(id.path() + " is damaged"))
          .prefix(id.width());
    } catch (IllegalArgumentException e) {
      throw new IOException(id.path() + " is damaged", e);
    }
  }

  private static int width(Tuple row) {
    return row.get(0, Integer.class);
  }

  private static byte[] bytes(Tuple row) {
    byte[] bytes = row.get(1, byte[].class);
    if (bytes == null) {
      throw new IllegalArgumentException("no bytes");
    }
    return bytes;
  }

  private Tuple stored(String sql, Map<String, Object> parameters, String path) throws IOException {
    try {
      return first(sql, parameters)
          .orElseThrow(() -> new FileNotFoundException("the log has no " + path));
    } catch (StoreException e) {
      throw new IOException(path + " cannot be read", e);
    }
  }

  private Optional<Tuple> first(String sql, Map<String, Object> parameters) {
    return work.read(
        entities -> {
          var query = entities.createNativeQuery(sql, Tuple.class);
          parameters.forEach(query::setParameter);
          List<?> rows = query.getResultList();
          return rows.stream().findFirst().map(Tuple.class::cast);
        });
  }
}
