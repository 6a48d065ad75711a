package org.safehand.store.row;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.stored.StoredRow;

/**
 * The columns of a row, each of which may hold what no constraint of the table lets in: whoever may
 * change the row may take the constraint away first.
 */
public final class StoredColumns {
  private static final int ROWS_AT_A_TIME = 500;

  private final String kind;
  private final Tuple row;

  private StoredColumns(String kind, Tuple row) {
    this.kind = requireNonNull(kind, "kind is null");
    this.row = requireNonNull(row, "row is null");
  }

  /**
   * The rows of {@code sql}, streamed; the columns that say which row it is come first.
   *
   * @param kind what a row is, for people
   * @param reading makes a value of a row; throws {@link IllegalArgumentException} if it cannot
   */
  @SuppressWarnings("unchecked") // a native query for tuples gives tuples
  public static <T> Stream<StoredRow<T>> rows(
      EntityManager entities, String kind, String sql, Function<StoredColumns, T> reading) {
    Query query = entities.createNativeQuery(sql, Tuple.class);
    Stream<Tuple> rows = query.setHint("org.hibernate.fetchSize", ROWS_AT_A_TIME).getResultStream();
    return rows.map(row -> new StoredColumns(kind, row).read(reading));
  }

  private <T> StoredRow<T> read(Function<StoredColumns, T> reading) {
    try {
      return new StoredRow.Read<>(reading.apply(this));
    } catch (IllegalArgumentException e) {
      return new StoredRow.Damaged<>(place(), String.valueOf(e.getMessage()));
    }
  }

  /** The columns that stand first say which row it is. */
  private String place() {
    Object first = row.get(0);
    Object second = row.getElements().size() > 1 ? row.get(1) : null;
    return kind + " " + first + (second == null || second instanceof byte[] ? "" : " " + second);
  }

  /** A UUID. */
  public UUID id(String column) {
    return value(column, UUID.class);
  }

  /** A text. */
  public String text(String column) {
    return value(column, String.class);
  }

  /** Bytes, of any length. */
  public byte[] bytes(String column) {
    return value(column, byte[].class);
  }

  /** A truth value. */
  public boolean truth(String column) {
    return value(column, Boolean.class);
  }

  /** A whole number. */
  public long number(String column) {
    return value(column, Number.class).longValue();
  }

  /** A whole number of 32 bits. */
  public int smallNumber(String column) {
    return value(column, Integer.class);
  }

  /** Exactly 32 bytes. */
  public Digest digest(String column) {
    return digest(column, bytes(column));
  }

  /** Empty where the column is null. */
  public Optional<Digest> digestIfAny(String column) {
    return any(column) == null ? Optional.empty() : Optional.of(digest(column));
  }

  private static Digest digest(String column, byte[] bytes) {
    if (bytes.length != Digest.LENGTH) {
      throw new IllegalArgumentException(column + " has " + bytes.length + " bytes");
    }
    return Digest.ofBytes(bytes);
  }

  private <T> T value(String column, Class<T> type) {
    Object value = any(column);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          column + (value == null ? " is null" : " is a " + value.getClass().getSimpleName()));
    }
    return type.cast(value);
  }

  private @Nullable Object any(String column) {
    return row.get(column);
  }
}
