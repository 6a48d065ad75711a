package org.safehand.bench;

/**
 * A command line that asks for nothing there is.
 *
 * @param message one line that says so
 */
record Misuse(String message) implements CommandLine {}
