package org.safehand.custody.witness;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.note.NoteSignature;

/** What a witness answers to {@code add-checkpoint}; each is one HTTP status of tlog-witness. */
public sealed interface WitnessAnswer {
  /** The HTTP status. */
  int status();

  /** For people: why. */
  String reason();

  /**
   * The checkpoint continues the last one, is recorded, and is cosigned.
   *
   * @param lines the witness's signature lines, at least one
   */
  record Cosigned(List<NoteSignature> lines) implements WitnessAnswer {
    public Cosigned {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("a witness that cosigns gives a line");
      }
    }

    @Override
    public int status() {
      return 200;
    }

    @Override
    public String reason() {
      return "cosigned";
    }
  }

  /** The request is not written as the specification says, or contradicts itself. */
  record Malformed(String reason) implements WitnessAnswer {
    public Malformed {
      requireNonNull(reason, "reason is null");
    }

    @Override
    public int status() {
      return 400;
    }
  }

  /** No key of the log signed, or a line of one does not hold. */
  record Unsigned(String reason) implements WitnessAnswer {
    public Unsigned {
      requireNonNull(reason, "reason is null");
    }

    @Override
    public int status() {
      return 403;
    }
  }

  /** The witness does not know the log. */
  record UnknownLog(String reason) implements WitnessAnswer {
    public UnknownLog {
      requireNonNull(reason, "reason is null");
    }

    @Override
    public int status() {
      return 404;
    }
  }

  /**
   * The witness cosigned another size last.
   *
   * @param size which; 0 for none
   */
  record OtherSize(long size) implements WitnessAnswer {
    @Override
    public int status() {
      return 409;
    }

    @Override
    public String reason() {
      return "the size cosigned last is " + size;
    }
  }

  /** The checkpoint, which the log signed, does not continue the last one: a fork. */
  record Inconsistent(String reason) implements WitnessAnswer {
    public Inconsistent {
      requireNonNull(reason, "reason is null");
    }

    @Override
    public int status() {
      return 422;
    }
  }
}
