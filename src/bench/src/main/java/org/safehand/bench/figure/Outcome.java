package org.safehand.bench.figure;

/** What came of taking a figure. */
public sealed interface Outcome permits Taken, NotTaken {}
