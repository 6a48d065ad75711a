package org.safehand.cli.archive;

import picocli.CommandLine.Command;

/** {@code safehand archive}: evidence records of packages. */
@Command(
    name = "archive",
    synopsisSubcommandLabel = "COMMAND",
    description = "Keep packages provable for decades, by evidence records (RFC 4998).")
public final class ArchiveCommand {}
