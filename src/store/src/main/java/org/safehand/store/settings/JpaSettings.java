package org.safehand.store.settings;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.settings.SettingsJson;
import org.safehand.referral.settings.SettingsRegister;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;

/**
 * The settings in PostgreSQL, one row. Those who go by them are given what this node has read, as
 * long as that is not older than {@link #KEPT_FOR}; whoever changes or shows them reads them anew.
 *
 * <p>Without a row, or with one that says what no settings may be, asking throws {@link
 * StoreCode#SETTINGS_UNREADABLE}: nobody goes by looser ones because theirs could not be read.
 */
public final class JpaSettings implements SettingsRegister {
  /** For how long what was read is given again. */
  public static final Duration KEPT_FOR = Duration.ofSeconds(2);

  /** Also whether the running transaction wrote the row, which may still be undone. */
  private static final String READ =
      "select revision, document,"
          + " coalesce(xmin = cast(pg_current_xact_id_if_assigned() as xid), false)"
          + " from settings";

  private static final String LOCK = READ + " for no key update";
  private static final String SAVE =
      "update settings set revision = :next, document = :document where revision = :next - 1";

  private final EntityWork work;
  private final Clock clock;
  private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

  public JpaSettings(EntityWork work, Clock clock) {
    this.work = requireNonNull(work, "work is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Settings now() {
    Instant now = clock.instant();
    Kept known = last.get();
    if (known != null && known.counts(now)) {
      return known.settings();
    }
    Row row = work.read(entities -> row(entities, READ));
    Settings read = row.numbered().settings();
    if (!row.own()) {
      last.set(new Kept(read, now));
    }
    return read;
  }

  @Override
  public NumberedSettings latest() {
    return work.read(entities -> row(entities, READ)).numbered();
  }

  @Override
  public NumberedSettings alone() {
    return row(work.entities(), LOCK).numbered();
  }

  @Override
  public void save(NumberedSettings next) {
    int saved =
        work.entities()
            .createNativeQuery(SAVE)
            .setParameter("next", next.revision())
            .setParameter("document", SettingsJson.canonical(next.settings()))
            .executeUpdate();
    if (saved == 0) {
      throw new StaleRevisionException("settings");
    }
  }

  private static Row row(EntityManager entities, String query) {
    List<?> rows = entities.createNativeQuery(query, Object[].class).getResultList();
    if (rows.isEmpty()) {
      throw new StoreException(StoreCode.SETTINGS_UNREADABLE, "there are no settings");
    }
    Object[] columns = (Object[]) rows.get(0);
    try {
      Settings settings = SettingsJson.settings(Jcs.readObject((byte[]) columns[1]));
      return new Row(new NumberedSettings((Long) columns[0], settings), (Boolean) columns[2]);
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.SETTINGS_UNREADABLE, "the settings are damaged", e);
    }
  }

  /**
   * The row.
   *
   * @param own whether the running transaction wrote it
   */
  private record Row(NumberedSettings numbered, boolean own) {}

  /** What this node has read last, and when it asked. */
  private record Kept(Settings settings, Instant at) {
    boolean counts(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(KEPT_FOR));
    }
  }
}
