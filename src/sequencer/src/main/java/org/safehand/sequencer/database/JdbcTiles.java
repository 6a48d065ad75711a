package org.safehand.sequencer.database;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

/** The tables log_tile and log_entries as a source of tiles: a wider row gives its prefix. */
final class JdbcTiles implements TileSource {
  private static final String TILE =
      "select width, bytes from log_tile where level = ? and tile_index = ? and width >= ?"
          + " order by width limit 1";
  private static final String BUNDLE =
      "select width, bytes from log_entries where bundle_index = ? and width >= ?"
          + " order by width limit 1";

  private final Connection connection;

  JdbcTiles(Connection connection) {
    this.connection = requireNonNull(connection, "connection is null");
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    try (PreparedStatement query = connection.prepareStatement(TILE)) {
      query.setInt(1, id.level());
      query.setLong(2, id.index());
      query.setInt(3, id.width());
      try (ResultSet row = query.executeQuery()) {
        requireRow(row, id.path());
        return new Tile(new TileId(id.level(), id.index(), row.getInt(1)), row.getBytes(2))
            .prefix(id.width());
      }
    } catch (SQLException | IllegalArgumentException e) {
      throw new IOException(id.path() + " cannot be read", e);
    }
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    try (PreparedStatement query = connection.prepareStatement(BUNDLE)) {
      query.setLong(1, id.index());
      query.setInt(2, id.width());
      try (ResultSet row = query.executeQuery()) {
        requireRow(row, id.path());
        return EntryBundle.of(new BundleId(id.index(), row.getInt(1)), row.getBytes(2))
            .orElseThrow(() -> new IOException(id.path() + " is malformed"))
            .prefix(id.width());
      }
    } catch (SQLException | IllegalArgumentException e) {
      throw new IOException(id.path() + " cannot be read", e);
    }
  }

  private static void requireRow(ResultSet row, String path) throws SQLException, IOException {
    if (!row.next()) {
      throw new IOException(path + " is not in the database");
    }
  }
}
