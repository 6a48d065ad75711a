package org.safehand.exchange.planted;

import jakarta.persistence.EntityManager;
import org.safehand.store.planted.PlantedStore;

/** Sees persistence and the store, both of which only others may. */
record Planted(EntityManager entityManager, PlantedStore store) {}
