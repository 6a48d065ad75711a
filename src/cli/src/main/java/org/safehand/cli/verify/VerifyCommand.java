package org.safehand.cli.verify;

import picocli.CommandLine.Command;

/** {@code safehand verify}: the offline verifiers, which trust only what a trust folder names. */
@Command(
    name = "verify",
    synopsisSubcommandLabel = "COMMAND",
    description = "Verify offline, against a trust folder.")
public final class VerifyCommand {}
