package org.safehand.referral.port.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map that takes part in units of work, in the order of adding. */
final class Shelf<K, V> implements InMemoryUnitOfWork.Part {
  private final InMemoryUnitOfWork unit;
  private Map<K, V> content = new LinkedHashMap<>();

  Shelf(InMemoryUnitOfWork unit) {
    this.unit = unit;
    unit.add(this);
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(content.get(key));
  }

  synchronized Map<K, V> all() {
    return new LinkedHashMap<>(content);
  }

  void put(K key, V value) {
    unit.require();
    synchronized (this) {
      content.put(key, value);
    }
  }

  /** Puts what must not be there yet. */
  void putNew(K key, V value) {
    unit.require();
    synchronized (this) {
      if (content.putIfAbsent(key, value) != null) {
        throw new IllegalStateException("is there already: " + key);
      }
    }
  }

  void remove(K key) {
    unit.require();
    synchronized (this) {
      content.remove(key);
    }
  }

  InMemoryUnitOfWork unit() {
    return unit;
  }

  @Override
  public synchronized Runnable keep() {
    Map<K, V> before = new LinkedHashMap<>(content);
    return () -> {
      synchronized (this) {
        content = before;
      }
    };
  }
}
