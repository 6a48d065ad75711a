package org.safehand.store.registry;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.safehand.custody.json.Jcs;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.registry.AuthorityJson;
import org.safehand.referral.registry.RegisteredAgency;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryDocument;
import org.safehand.store.unit.Beginning;

/**
 * Puts in the registry with which a gateway begins. Every later one comes of a proposal, also of a
 * registry from which all agencies were removed.
 */
public final class FirstRegistry {
  private final Connection owner;

  /**
   * @param owner a connection of the owner, without a transaction; the caller closes it
   */
  public FirstRegistry(Connection owner) {
    this.owner = requireNonNull(owner, "owner is null");
  }

  /**
   * Puts {@code registry} in, all or nothing.
   *
   * @return false if there was one already; nothing is changed then
   */
  public boolean put(Registry registry) throws SQLException {
    return new Beginning(owner, "registry", "registry_import").put(() -> insert(registry));
  }

  private void insert(Registry registry) throws SQLException {
    try (PreparedStatement all =
            owner.prepareStatement("insert into registry_import (content) values (?)");
        PreparedStatement first =
            owner.prepareStatement(
                "insert into registry (revision, authorities, authorities_revision)"
                    + " values (?, ?, ?)");
        PreparedStatement one =
            owner.prepareStatement(
                "insert into registry_agency (agency_id, revision, document) values (?, ?, ?)")) {
      all.setBytes(1, RegistryDocument.canonical(registry));
      all.executeUpdate();
      first.setLong(1, registry.revision());
      first.setBytes(2, Jcs.write(AuthorityJson.of(registry.authorities())));
      first.setLong(3, registry.authoritiesRevision());
      first.executeUpdate();
      for (RegisteredAgency entry : registry.agencies()) {
        one.setString(1, entry.agency().id().value());
        one.setLong(2, entry.revision());
        one.setBytes(3, Jcs.write(AgencyJson.of(entry.agency())));
        one.executeUpdate();
      }
    }
  }
}
