package org.safehand.bench;

/** What a command line turned out to be. */
sealed interface CommandLine permits Request, Misuse {}
