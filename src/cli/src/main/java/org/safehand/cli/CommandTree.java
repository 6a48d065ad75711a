package org.safehand.cli;

import java.time.Clock;
import org.safehand.cli.archive.ArchiveAddCommand;
import org.safehand.cli.archive.ArchiveCommand;
import org.safehand.cli.archive.ArchiveRenewCommand;
import org.safehand.cli.audit.LogAuditCommand;
import org.safehand.cli.dispatch.DispatchCommand;
import org.safehand.cli.dispatch.FetchCommand;
import org.safehand.cli.dispatch.ReceiptCommand;
import org.safehand.cli.exhibit.ExhibitCommand;
import org.safehand.cli.extract.ExtractCommand;
import org.safehand.cli.extract.VerifyExtractCommand;
import org.safehand.cli.glass.BreakGlassCommand;
import org.safehand.cli.key.KeyCommand;
import org.safehand.cli.key.KeyFingerprintCommand;
import org.safehand.cli.key.KeyGenerateCommand;
import org.safehand.cli.log.VerifyLogCommand;
import org.safehand.cli.mirror.LogCommand;
import org.safehand.cli.possession.KeyProveCommand;
import org.safehand.cli.referral.ReferralCommand;
import org.safehand.cli.report.ReportCommand;
import org.safehand.cli.signin.SignInCommand;
import org.safehand.cli.signin.SignOutCommand;
import org.safehand.cli.staff.AgencyCommand;
import org.safehand.cli.staff.DutyCommand;
import org.safehand.cli.staff.PersonCommand;
import org.safehand.cli.staff.ProposalCommand;
import org.safehand.cli.staff.SettingsCommand;
import org.safehand.cli.terminal.Terminal;
import org.safehand.cli.verify.HashCommand;
import org.safehand.cli.verify.OpenCommand;
import org.safehand.cli.verify.VerifyCommand;
import org.safehand.cli.verify.VerifyPackageCommand;
import org.safehand.cli.verify.VerifyReceiptCommand;
import org.safehand.cli.witness.WitnessCommand;
import org.safehand.cli.witness.WitnessKeyCommand;
import org.safehand.cli.witness.WitnessServeCommand;
import org.safehand.custody.digest.Digest;
import picocli.CommandLine;

/** All commands and how they end. */
final class CommandTree {
  private CommandTree() {}

  /** The command line that writes to {@code terminal}. */
  static CommandLine of(Terminal terminal, Clock clock) {
    CommandLine line =
        new CommandLine(new SafehandCommand(terminal))
            .addSubcommand(new SignInCommand(terminal, clock))
            .addSubcommand(new SignOutCommand(terminal, clock))
            .addSubcommand(new ReferralCommand(terminal, clock))
            .addSubcommand(new ExhibitCommand(terminal, clock))
            .addSubcommand(new DispatchCommand(terminal, clock))
            .addSubcommand(new FetchCommand(terminal, clock))
            .addSubcommand(new ReceiptCommand(terminal, clock))
            .addSubcommand(new ExtractCommand(terminal, clock))
            .addSubcommand(new BreakGlassCommand(terminal, clock))
            .addSubcommand(new PersonCommand(terminal, clock))
            .addSubcommand(new AgencyCommand(terminal, clock))
            .addSubcommand(new SettingsCommand(terminal, clock))
            .addSubcommand(new DutyCommand(terminal, clock))
            .addSubcommand(new ProposalCommand(terminal, clock))
            .addSubcommand(
                LogCommand.withSubcommands(terminal)
                    .addSubcommand(new LogAuditCommand(terminal, clock)))
            .addSubcommand(
                new CommandLine(new VerifyCommand())
                    .addSubcommand(new VerifyPackageCommand(terminal))
                    .addSubcommand(new VerifyExtractCommand(terminal))
                    .addSubcommand(new VerifyReceiptCommand(terminal))
                    .addSubcommand(new VerifyLogCommand(terminal)))
            .addSubcommand(
                new CommandLine(new WitnessCommand())
                    .addSubcommand(new WitnessServeCommand(terminal, clock))
                    .addSubcommand(new WitnessKeyCommand(terminal)))
            .addSubcommand(
                new CommandLine(new KeyCommand())
                    .addSubcommand(new KeyGenerateCommand(terminal))
                    .addSubcommand(new KeyFingerprintCommand(terminal))
                    .addSubcommand(new KeyProveCommand(terminal)))
            .addSubcommand(
                new CommandLine(new ArchiveCommand())
                    .addSubcommand(new ArchiveAddCommand(terminal))
                    .addSubcommand(new ArchiveRenewCommand(terminal)))
            .addSubcommand(new ReportCommand(terminal))
            .addSubcommand(new OpenCommand(terminal))
            .addSubcommand(new HashCommand(terminal));
    Failures failures = new Failures(terminal);
    return line.registerConverter(Digest.class, Digest::ofHex)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures::usage)
        .setExecutionExceptionHandler(failures::execution);
  }
}
