package org.safehand.cli.terminal;

import java.util.Optional;

/** Asks a person for a password without showing what is typed. */
@FunctionalInterface
public interface PasswordPrompt {
  /** What was typed in answer to {@code text}; empty if there is nobody to ask. */
  Optional<char[]> ask(String text);
}
