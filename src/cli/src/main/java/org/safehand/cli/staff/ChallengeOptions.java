package org.safehand.cli.staff;

import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Option;

/** By which challenge a key that cannot sign is proven: {@code --challenge} and {@code --proof}. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are asked for
final class ChallengeOptions {
  @Option(
      names = "--challenge",
      required = true,
      paramLabel = "ID",
      description = "The challenge that the agency answered, of a key that cannot sign.")
  private UUID challenge;

  @Option(names = "--proof", required = true, paramLabel = "SHA256", description = "Its answer.")
  private Digest proof;

  JsonObject content() {
    return JsonObject.builder()
        .put("challenge", challenge.toString())
        .put("sha256", proof.hex())
        .build();
  }
}
