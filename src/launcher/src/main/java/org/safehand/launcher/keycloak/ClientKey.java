package org.safehand.launcher.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.launcher.keyfile.Pem;
import org.safehand.launcher.place.PrivateFiles;

/**
 * The keys by which our own clients prove to the identity provider who they are: EC P-256, for
 * assertions signed with ES256 (RFC 7523). The provider knows the public half alone.
 */
public enum ClientKey {
  /** Of the client that asks people for their second factor anew. */
  STEP_UP("step-up"),
  /** Of the hotline's intake system. */
  INTAKE("intake");

  private static final int COORDINATE = 32;

  private final String name;

  ClientKey(String name) {
    this.name = requireNonNull(name, "name is null");
  }

  /** The key's id in assertions. */
  public String id() {
    return name + "-1";
  }

  /** PKCS #8 PEM in {@code folder}. */
  public Path file(Path folder) {
    return folder.resolve(name + "-key.pem");
  }

  /** Makes the key in {@code folder} when it is not there. */
  public void make(Path folder, SecureRandom random) throws GeneralSecurityException, IOException {
    if (Files.exists(file(folder))) {
      return;
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    KeyPair pair = generator.generateKeyPair();
    PrivateFiles.write(publicFile(folder), Jcs.write(keySet((ECPublicKey) pair.getPublic())));
    PrivateFiles.write(file(folder), Pem.privateKey(pair.getPrivate()));
  }

  /** The public half as a JSON Web Key Set (RFC 7517, section 5). */
  String keySet(Path folder) throws IOException {
    return Files.readString(publicFile(folder), UTF_8);
  }

  private Path publicFile(Path folder) {
    return folder.resolve(name + "-key.jwks");
  }

  private JsonObject keySet(ECPublicKey key) {
    JsonObject jwk =
        JsonObject.builder()
            .put("kty", "EC")
            .put("crv", "P-256")
            .put("use", "sig")
            .put("alg", "ES256")
            .put("kid", id())
            .put("x", coordinate(key.getW().getAffineX()))
            .put("y", coordinate(key.getW().getAffineY()))
            .build();
    return JsonObject.builder().put("keys", JsonArray.of(List.of(jwk))).build();
  }

  private static String coordinate(BigInteger value) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(BigIntegers.asUnsignedByteArray(COORDINATE, value));
  }
}
