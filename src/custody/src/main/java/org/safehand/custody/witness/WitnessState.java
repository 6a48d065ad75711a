package org.safehand.custody.witness;

import java.io.IOException;
import java.util.Optional;
import org.safehand.custody.note.SignedNote;

/**
 * The last cosigned checkpoint of each log. All that a witness promises rests on it: an
 * implementation survives a crash at any moment, and one that was set back makes the witness a
 * liar.
 */
public interface WitnessState {
  /** The last checkpoint that was cosigned for the log {@code origin}, with its cosignature. */
  Optional<SignedNote> last(String origin) throws IOException;

  /**
   * Makes {@code next} the last checkpoint of {@code origin} if it is {@code expected} until now,
   * in one step that nobody sees half. On return it is durable.
   *
   * @return whether it was {@code expected}; if not, nothing changed
   */
  boolean replace(String origin, Optional<SignedNote> expected, SignedNote next) throws IOException;
}
