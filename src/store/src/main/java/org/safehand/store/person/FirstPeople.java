package org.safehand.store.person;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Founders;
import org.safehand.referral.person.Place;
import org.safehand.store.unit.Beginning;

/**
 * Puts the first people into an empty list, once and for ever, as the owner of the tables. The
 * gateway's own role cannot: it has no right on the table that says so.
 */
public final class FirstPeople {
  private static final String PERSON =
      "insert into person (number, display_name, roles, unit, agency, active, revision)"
          + " values (?, ?, ?, ?, ?, true, 1)";

  private final Connection owner;

  /**
   * @param owner a connection of the owner, without a transaction; the caller closes it
   */
  public FirstPeople(Connection owner) {
    this.owner = requireNonNull(owner, "owner is null");
  }

  /**
   * Puts {@code founders} in, all or none.
   *
   * @return false if there were people already, or this had been done before; nothing is changed
   *     then
   */
  public boolean put(Founders founders) throws SQLException {
    return new Beginning(owner, "person", "bootstrap").put(() -> insert(founders));
  }

  private void insert(Founders founders) throws SQLException {
    try (PreparedStatement all =
            owner.prepareStatement("insert into bootstrap (content) values (?)");
        PreparedStatement one = owner.prepareStatement(PERSON)) {
      all.setBytes(1, founders.canonical());
      all.executeUpdate();
      for (Binding person : founders.people()) {
        one.setString(1, person.number().value());
        one.setString(2, person.displayName());
        one.setString(3, PersonRow.roles(person.roles()));
        one.setString(4, unit(person.place()));
        one.setString(5, agency(person.place()));
        one.executeUpdate();
      }
    }
  }

  private static @Nullable String unit(Place place) {
    return place instanceof Place.Unit in ? in.name() : null;
  }

  private static @Nullable String agency(Place place) {
    return place instanceof Place.OfAgency of ? of.agency().value() : null;
  }
}
