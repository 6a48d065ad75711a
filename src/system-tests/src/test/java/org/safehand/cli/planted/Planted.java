package org.safehand.cli.planted;

import jakarta.persistence.EntityManager;

/** Sees persistence, which this module must not. */
record Planted(EntityManager entityManager) {}
