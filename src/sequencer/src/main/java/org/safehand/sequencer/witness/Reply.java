package org.safehand.sequencer.witness;

import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;

/** What came of asking a witness. */
sealed interface Reply {
  /** It cosigned; the line holds. */
  record Cosigned(NoteSignature line) implements Reply {}

  /** It has cosigned another size last. */
  record OtherSize(long size) implements Reply {}

  /** Ours does not continue what it has cosigned. */
  record Inconsistent(String reason) implements Reply {}

  /** The last checkpoint that it says it cosigned, unverified. */
  record Last(SignedNote note) implements Reply {}

  /** It has cosigned nothing yet. */
  record None() implements Reply {}

  /** No answer, or one that says nothing about our log. */
  record Unusable(String reason) implements Reply {}
}
