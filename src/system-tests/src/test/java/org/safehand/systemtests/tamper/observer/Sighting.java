package org.safehand.systemtests.tamper.observer;

/**
 * What an observer found.
 *
 * @param code a stable code of the product, or what the observer calls it
 * @param place where: never blank
 */
public record Sighting(String code, String place) {
  public Sighting {
    if (code.isBlank() || place.isBlank()) {
      throw new IllegalArgumentException("a finding says what and where: " + code + " " + place);
    }
  }
}
