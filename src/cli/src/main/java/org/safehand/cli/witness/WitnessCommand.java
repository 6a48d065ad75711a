package org.safehand.cli.witness;

import picocli.CommandLine.Command;

/** {@code safehand witness}: what an outside body runs that watches over custody logs. */
@Command(
    name = "witness",
    synopsisSubcommandLabel = "COMMAND",
    description = "Cosign the checkpoints of custody logs, each the continuation of the last.")
public final class WitnessCommand {}
