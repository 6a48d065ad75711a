package org.safehand.systemtests.tamper.scene;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A copy of the custody tables at one moment, in a schema that only the superuser sees. */
public final class SavedTables {
  private static final String TABLES =
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
          + " and (relname ~ '^(custody|log)_' or relname = 'case_key') order by relname";

  private final Superuser superuser;
  private final String schema;
  private final List<String> tables;

  private SavedTables(Superuser superuser, String schema, List<String> tables) {
    this.superuser = requireNonNull(superuser, "superuser is null");
    this.schema = requireNonNull(schema, "schema is null");
    this.tables = List.copyOf(tables);
  }

  /** Saves the tables as they are now. */
  static SavedTables save(Superuser superuser, String schema) throws SQLException {
    List<String> tables = superuser.ask(row -> row.getString(1), TABLES);
    SavedTables saved = new SavedTables(superuser, schema, tables);
    superuser.run(
        "begin isolation level repeatable read; create schema "
            + schema
            + "; "
            + saved.each("create table $copy as table $table")
            + "; commit");
    superuser.takeChanges();
    return saved;
  }

  private String each(String sql) {
    return tables.stream().map(table -> filled(sql, table)).collect(Collectors.joining("; "));
  }

  private String filled(String sql, String table) {
    return sql.replace("$copy", schema + "." + table).replace("$table", "public." + table);
  }

  /** Which tables are not as they were saved. */
  public List<String> changed() throws SQLException {
    String difference =
        "select '%s' where exists ((table $table except all table $copy)"
            + " union all (table $copy except all table $table))";
    return superuser.ask(
        row -> row.getString(1),
        tables.stream()
            .map(table -> filled(difference.formatted(table), table))
            .collect(Collectors.joining(" union all ")));
  }

  /** Makes the tables what they were. */
  public void restore() throws SQLException {
    for (String table : changed()) {
      superuser.run(filled("truncate $table; insert into $table table $copy", table));
    }
  }
}
