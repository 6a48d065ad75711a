package org.safehand.custody.vectors.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** Leaves that commit to parts which no writer of this house would commit to. */
final class LeafOfAnything {
  private LeafOfAnything() {}

  /** {@code leaf}, but committing to the parts of {@code body} and showing the second in it. */
  static String committing(String body, BlindLeaf leaf) {
    try {
      JsonObject json = Jcs.readObject(body.getBytes(UTF_8));
      JsonObject leafJson = Jcs.readObject(leaf.bytes());
      String made = leaf.toString();
      for (String part : new String[] {"link", "header", "detail"}) {
        String member = part.substring(0, 1);
        made = made.replace(leafJson.string(member), commitment(json, part, member));
      }
      Optional<String> second =
          UtcText.parseMillis(json.object("header").object("occasion").string("end"))
              .map(UtcText::seconds);
      return made.replace(leafJson.string("t"), second.orElse(leafJson.string("t")));
    } catch (JsonException e) {
      throw new AssertionError(body, e);
    }
  }

  private static String commitment(JsonObject body, String part, String member)
      throws JsonException {
    byte[] salt = Base64.getDecoder().decode(body.object("salts").string(member));
    byte[] label = ("safehand.org/custody/" + part + "/v1\n").getBytes(UTF_8);
    byte[] value = Jcs.write(requireNonNull(body.members().get(part), part));
    return Digest.of(label, salt, value).base64();
  }
}
