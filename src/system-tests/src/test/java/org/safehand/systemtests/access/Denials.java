package org.safehand.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.RunningGateway;

/** The denied attempts in the custody log: of cases and of none. */
final class Denials implements AutoCloseable {
  private static final String NEWEST =
      """
      select count(*) over (), encode(leaf_hash, 'hex') from custody_event
      where type = 'denied' order by recorded_at desc, event_id desc limit 1
      """;

  private final Connection database;

  Denials(RunningGateway gateway) throws Exception {
    this.database = gateway.database();
  }

  /**
   * How far the log has come.
   *
   * @param count how many there are
   * @param leaf of the newest, which names it in the log
   */
  record Standing(long count, String leaf) {}

  Standing now() throws SQLException {
    try (PreparedStatement query = database.prepareStatement(NEWEST);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? new Standing(rows.getLong(1), rows.getString(2)) : new Standing(0, "");
    }
  }

  /** The newest denied attempt of the case, as {@code reader} is shown it. */
  static JsonNode newest(Api reader, String referral) throws Exception {
    JsonNode events = reader.get("/api/v1/referrals/" + referral + "/custody").json();
    for (int i = events.path("events").size() - 1; i >= 0; i--) {
      JsonNode event = events.path("events").get(i);
      if (event.path("type").asText().equals("denied")) {
        return event;
      }
    }
    throw new AssertionError("nobody was denied anything");
  }

  /** Exactly one more than {@code before}, which gives its leaf. */
  String oneMore(Standing before, String what) throws SQLException {
    Standing after = now();
    assertThat(after.count()).as("the denial is one event: " + what).isEqualTo(before.count() + 1);
    return after.leaf();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
