package org.safehand.cli.key;

import picocli.CommandLine.Command;

/** {@code safehand key}: the key pair to which packages are encrypted. */
@Command(
    name = "key",
    synopsisSubcommandLabel = "COMMAND",
    description = "Make and compare the key pairs to which packages are encrypted.")
public final class KeyCommand {}
