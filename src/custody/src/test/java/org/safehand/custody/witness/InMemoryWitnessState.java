package org.safehand.custody.witness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.note.SignedNote;

/** A state that lasts as long as the object. */
public final class InMemoryWitnessState implements WitnessState {
  private final Map<String, SignedNote> notes = new HashMap<>();

  @Override
  public synchronized Optional<SignedNote> last(String origin) {
    return Optional.ofNullable(notes.get(origin));
  }

  @Override
  public synchronized boolean replace(
      String origin, Optional<SignedNote> expected, SignedNote next) {
    if (!last(origin).equals(expected)) {
      return false;
    }
    notes.put(origin, next);
    return true;
  }
}
