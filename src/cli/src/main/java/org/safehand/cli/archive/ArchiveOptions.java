package org.safehand.cli.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.packaging.validity.RevocationLists;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every archive command is told. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before the command is called
final class ArchiveOptions {
  @Parameters(arity = "1..*", paramLabel = "PACKAGE", description = "Packages (.asice).")
  private List<Path> packages;

  @Option(
      names = "--tsa",
      required = true,
      paramLabel = "URL",
      description = "The time-stamping authority (RFC 3161 over http or https).")
  private URI authority;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "What its https certificate must be under (default: what Java trusts).")
  private @Nullable Path ca;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder, which must name the authority.")
  private Path trust;

  @Option(
      names = "--crl",
      required = true,
      paramLabel = "FILE|DIR",
      description = {
        "Current revocation lists (DER) of the issuers of the authority, and in a renewal of the",
        "one that is renewed; of a folder every *.crl."
      })
  private List<Path> lists;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the archived packages go, under the names they have.")
  private Path out;

  List<Path> packages() {
    return packages;
  }

  Path out() {
    return out;
  }

  Trust trust() throws TrustException, IOException {
    return TrustFolder.read(trust);
  }

  HttpAuthority authority() throws CliException {
    Transport transport =
        ca == null
            ? Transport.trustingPlatform()
            : Transport.trusting(CertificateAuthorities.read(ca));
    return HttpAuthority.at(authority, transport, new SecureRandom());
  }

  List<X509CRL> lists() throws CliException {
    List<X509CRL> read = new ArrayList<>();
    for (Path place : lists) {
      for (Path file : files(place)) {
        read.add(list(file));
      }
    }
    return read;
  }

  private static List<Path> files(Path place) throws CliException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(place, "*.crl")) {
      found.forEach(files::add);
      return files;
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, place.toString(), e);
    }
  }

  private static X509CRL list(Path file) throws CliException {
    try {
      return RevocationLists.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    } catch (GeneralSecurityException e) {
      throw new CliException(
          CliCode.CRL_MALFORMED, file.toString(), "not one revocation list in DER");
    }
  }
}
