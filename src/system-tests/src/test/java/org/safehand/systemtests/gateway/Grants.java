package org.safehand.systemtests.gateway;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;

/**
 * Step-ups as the gateway keeps them once a person showed their second factor, put there by the
 * superuser of the database: an authenticator app gives one code in 30 seconds, and where a test
 * puts one there, it is about the act or what comes of it. How one comes by a step-up is asked
 * elsewhere.
 */
public final class Grants {
  private static final String KEEP =
      "insert into step_up_grant (person, operation, object, version, digest, authenticated)"
          + " values (?, ?, ?, ?, ?, now())";

  private final RunningGateway gateway;

  /** The grants of {@code gateway}. */
  public Grants(RunningGateway gateway) {
    this.gateway = requireNonNull(gateway, "gateway is null");
  }

  /** Keeps that {@code person} has proven themselves for {@code proven}, now. */
  public void keep(String person, StepUp proven) throws Exception {
    try (Connection database = gateway.database();
        PreparedStatement row = database.prepareStatement(KEEP)) {
      row.setString(1, person);
      row.setString(2, proven.operation());
      row.setString(3, proven.object());
      row.setLong(4, Long.parseLong(proven.etag().replaceAll("[^0-9]", "")));
      row.setBytes(5, HexFormat.of().parseHex(proven.digest()));
      row.executeUpdate();
    }
  }

  /** How many of {@code person} nobody has used. */
  public int left(String person) throws Exception {
    try (Connection database = gateway.database();
        PreparedStatement count =
            database.prepareStatement("select count(*) from step_up_grant where person = ?")) {
      count.setString(1, person);
      try (var rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
