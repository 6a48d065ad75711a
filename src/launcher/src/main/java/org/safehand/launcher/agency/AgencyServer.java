package org.safehand.launcher.agency;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.EndpointRegistry;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.process.Programs;
import org.safehand.launcher.process.TcpReadiness;

/** Runs the demo agency AG-N-001. */
public final class AgencyServer {
  public static final String NAME = "agency";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Installation installation;
  private final VarFolder folder;
  private final Children children;

  public AgencyServer(Installation installation, VarFolder folder, Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** Starts the server and returns when it listens. */
  public void start(int port, String password)
      throws IOException, InterruptedException, GeneralSecurityException, LaunchException {
    if (children.running(NAME)) {
      return;
    }
    Path data = PrivateFiles.folder(folder.agency().resolve("inbox"));
    Path messages = folder.pki().resolve("gateway-wss.p12");
    String signer =
        new KeyStoreFile(password)
            .read(messages, "gateway")
            .certificate()
            .getSubjectX500Principal()
            .getName();
    Map<String, String> environment =
        Map.of(
            "SAFEHAND_AGENCY_ID", "AG-N-001",
            "SAFEHAND_AGENCY_PORT", Integer.toString(port),
            "SAFEHAND_AGENCY_PKI", folder.agency().resolve("pki").toString(),
            "SAFEHAND_AGENCY_PKI_PASSWORD", password,
            "SAFEHAND_AGENCY_TRUST", folder.trust().toString(),
            "SAFEHAND_AGENCY_DATA", data.toString(),
            "SAFEHAND_AGENCY_GATEWAY_SIGNER", signer,
            "SAFEHAND_AGENCY_MAX_BYTES", Long.toString(EndpointRegistry.MAX_BYTES));
    List<String> command =
        List.of(
            Programs.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dorg.apache.cxf.stax.maxTextLength=65536",
            "-jar",
            installation.moduleJar("agency").toString());
    Child child = children.start(new ChildSpec(NAME, command, environment, folder.agency()));
    child.awaitReady(new TcpReadiness(port), PATIENCE);
  }
}
