package org.safehand.store.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.referral.anchor.Anchor;
import org.safehand.referral.anchor.Anchors;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;

/** Anchors in PostgreSQL; of several nodes one at a time may keep one. */
public final class JpaAnchors implements Anchors {
  /** Anything that no other advisory lock uses; those of requests are hashes of their keys. */
  private static final long LOCK = 0x5afe_a2c4_0b00_0001L;

  private static final String SELECT = "select note, token, anchored_at from log_anchor ";

  private final EntityWork work;
  private final Supplier<Optional<String>> checkpoint;

  /**
   * @param checkpoint the newest witnessed checkpoint, as it is served
   */
  public JpaAnchors(EntityWork work, Supplier<Optional<String>> checkpoint) {
    this.work = requireNonNull(work, "work is null");
    this.checkpoint = requireNonNull(checkpoint, "checkpoint is null");
  }

  @Override
  public Optional<SignedNote> checkpoint() {
    return checkpoint.get().map(JpaAnchors::note);
  }

  @Override
  public Optional<Anchor> newest() {
    return list(Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public Optional<Anchor> lock() {
    work.entities()
        .createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(:lock)) as locked", Integer.class)
        .setParameter("lock", LOCK)
        .getSingleResult();
    return newest();
  }

  @Override
  public void keep(LogAnchor anchor) {
    Query insert =
        work.entities()
            .createNativeQuery(
                "insert into log_anchor (size, note, token, anchored_at)"
                    + " values (:size, :note, :token, clock_timestamp())")
            .setParameter("size", new Anchor(anchor, Instant.EPOCH).size())
            .setParameter("note", anchor.note().toString())
            .setParameter("token", anchor.token().bytes());
    insert.executeUpdate();
  }

  @Override
  public Optional<Anchor> find(long size) {
    return select(SELECT + "where size = " + size, 1).stream().findFirst();
  }

  @Override
  public List<Anchor> list(long below, int limit) {
    return select(SELECT + "where size < " + below + " order by size desc", limit);
  }

  @Override
  public Instant databaseTime() {
    return work.read(
        entities ->
            (Instant)
                entities
                    .createNativeQuery("select clock_timestamp()", Instant.class)
                    .getSingleResult());
  }

  private List<Anchor> select(String sql, int limit) {
    return work.read(
        entities -> {
          List<?> rows =
              entities.createNativeQuery(sql, Tuple.class).setMaxResults(limit).getResultList();
          return rows.stream().map(Tuple.class::cast).map(JpaAnchors::anchor).toList();
        });
  }

  private static Anchor anchor(Tuple row) {
    try {
      return new Anchor(
          new LogAnchor(
              note(row.get(0, String.class)), TimeStampToken.parse(row.get(1, byte[].class))),
          row.get(2, Instant.class));
    } catch (TimeStampException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "the token of an anchor", e);
    }
  }

  private static SignedNote note(String note) {
    try {
      return SignedNote.parse(note.getBytes(UTF_8));
    } catch (NoteException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "a checkpoint", e);
    }
  }
}
