package org.safehand.launcher.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.keyfile.Pem;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.Purpose;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;

/**
 * Writes the registry that the development gateway begins with: the two demo agencies, one by SOAP,
 * one that picks up, and the development authorities, of which the agencies' and the seal's are
 * asked by OCSP, the others by lists. Once it is in the database, changes are proposed there.
 */
public final class EndpointRegistry {
  /** Room for an exhibit of two gibibytes with its envelopes. */
  public static final long MAX_BYTES = 3L << 30;

  /** Those with a responder in the registry; time-stamps and issuers are proven by lists. */
  private static final Set<String> ASKED =
      Set.of(Purpose.AGENCY.fileName(), Purpose.SEAL.fileName());

  private final VarFolder folder;
  private final KeyStoreFile store;
  private final AuthorityFiles authorities;
  private final String address;

  /**
   * @param address where the authorities answer, without trailing slash
   */
  public EndpointRegistry(
      VarFolder folder, KeyStoreFile store, AuthorityFiles authorities, String address) {
    this.authorities = requireNonNull(authorities, "authorities is null");
    this.address = requireNonNull(address, "address is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.store = requireNonNull(store, "store is null");
  }

  /** Writes the file anew; {@code soapAddress} is where the demo agency listens. */
  public void write(String soapAddress, String pickUpAddress)
      throws GeneralSecurityException, IOException {
    JsonObject north =
        agency(
            "AG-N-001",
            "Example Police North",
            endpoint("AG-N-001-soap", "soap", soapAddress, folder.agency().resolve("pki")));
    JsonObject south =
        agency(
            "AG-S-002",
            "Example Police South",
            endpoint("AG-S-002-pick-up", "pick-up", pickUpAddress, folder.pickUpAgency()));
    JsonObject registry =
        JsonObject.builder()
            .put("version", 2)
            .put("agencies", JsonArray.of(List.of(north, south)))
            .put("authorities", JsonArray.of(authorities()))
            .build();
    PrivateFiles.write(folder.endpoints(), Jcs.write(registry));
  }

  private List<JsonObject> authorities() throws GeneralSecurityException, IOException {
    List<JsonObject> entries = new ArrayList<>();
    for (String name : AuthorityFiles.names()) {
      JsonObjectBuilder entry =
          JsonObject.builder()
              .put(
                  "certificate",
                  Pem.certificates(List.of(authorities.authority(name).certificate())))
              .put("crl", address + "/crl/" + name + ".crl");
      if (ASKED.contains(name)) {
        entry.put("ocsp", address + "/ocsp/" + name);
      }
      entries.add(entry.build());
    }
    return entries;
  }

  private static JsonObject agency(String id, String name, JsonObject endpoint) {
    return JsonObject.builder()
        .put("id", id)
        .put("name", name)
        .put("country", "XX")
        .put("endpoints", JsonArray.of(List.of(endpoint)))
        .build();
  }

  private JsonObject endpoint(String id, String channel, String address, Path keys)
      throws GeneralSecurityException, IOException {
    X509Certificate signer = store.read(keys.resolve("sign.p12"), "agency").certificate();
    return JsonObject.builder()
        .put("id", id)
        .put("channel", channel)
        .put("address", address)
        .put(
            "encryptionCertificates",
            JsonArray.ofStrings(List.of(Files.readString(keys.resolve("cert.pem"), UTF_8))))
        .put("machineCertificates", JsonArray.ofStrings(machines(keys)))
        .put("receiptCertificates", JsonArray.ofStrings(List.of(Pem.certificates(List.of(signer)))))
        .put("tlsCa", Pem.certificates(List.of(agencyIntermediate())))
        .put("signer", signer.getSubjectX500Principal().getName())
        .put("maxBytes", MAX_BYTES)
        .build();
  }

  /** The certificate of the agency's machine, if it has one. */
  private List<String> machines(Path keys) throws GeneralSecurityException, IOException {
    Path machine = keys.resolve("machine.p12");
    return Files.exists(machine)
        ? List.of(Pem.certificates(List.of(store.read(machine, "machine").certificate())))
        : List.of();
  }

  /** The first certificate of the file, under which agencies' servers and signers stand. */
  private X509Certificate agencyIntermediate() throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(folder.pki().resolve("agency-ca.pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
