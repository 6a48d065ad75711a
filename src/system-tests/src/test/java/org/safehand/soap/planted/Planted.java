package org.safehand.soap.planted;

import jakarta.persistence.EntityManager;

/** Sees persistence, which this module must not. */
record Planted(EntityManager entityManager) {}
