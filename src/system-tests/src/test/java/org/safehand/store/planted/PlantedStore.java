package org.safehand.store.planted;

import jakarta.ws.rs.client.Client;

/** Sees an HTTP client, which the store must not. */
public record PlantedStore(Client client) {}
