package org.safehand.store.unit;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import org.hibernate.Session;
import org.safehand.referral.view.View;

/**
 * Enters a view for the rest of the transaction, in one round trip, with which the driver also
 * sends the transaction's begin. The database forgets it at commit and at rollback, so that a
 * connection that goes back to its pool shows nothing to whoever takes it next.
 */
final class EnterView {
  private static final String ENTER = "select door.enter(?, ?, ?, ?)";

  private final ViewHandle handle;

  EnterView(ViewHandle handle) {
    this.handle = requireNonNull(handle, "handle is null");
  }

  void enter(EntityManager entities, View view) {
    if (view instanceof View.OfAgency of) {
      enter(entities, "agency", of.agency().value(), "");
    } else if (view instanceof View.OfUnit of) {
      enter(entities, "unit", of.unit(), of.person().value());
    } else if (view instanceof View.Everything) {
      enter(entities, "everything", "", "");
    }
  }

  private void enter(EntityManager entities, String kind, String subject, String person) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
                enter.setBytes(1, handle.digest().bytes());
                enter.setString(2, kind);
                enter.setString(3, subject);
                enter.setString(4, person);
                enter.execute();
              }
            });
  }
}
