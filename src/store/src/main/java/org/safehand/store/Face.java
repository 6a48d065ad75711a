package org.safehand.store;

import org.safehand.referral.view.View;

/**
 * The two faces of the gateway, as the database tells them apart: each has a role of its own, with
 * the grants that its use cases need.
 */
public enum Face {
  /** Towards people. What reads outside a unit of work sees no case. */
  EDGE("java:/SafehandEdgeEMF", "SAFEHAND_EDGE_DB_PASSWORD"),
  /** Towards agencies: workers, which go on for the node itself. */
  DISPATCHER("java:/SafehandDispatcherEMF", "SAFEHAND_DISPATCHER_DB_PASSWORD");

  private final String entities;
  private final String password;

  Face(String entities, String password) {
    this.entities = entities;
    this.password = password;
  }

  /** Where the server gives the entity manager factory of this face's persistence unit. */
  String entities() {
    return entities;
  }

  /** The variable with the password of this face's role. */
  String password() {
    return password;
  }

  /** What is seen outside a unit of work. */
  View alone() {
    return this == EDGE ? new View.Nothing() : new View.Everything();
  }
}
