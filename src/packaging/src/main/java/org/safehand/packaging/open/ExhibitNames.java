package org.safehand.packaging.open;

import java.util.List;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.ExhibitRecord;

/**
 * {@code names.json}: under which number each exhibit lies and which name it was handed in under.
 * That name is a claim, and never a path.
 */
final class ExhibitNames {
  private static final long VERSION = 1;

  private ExhibitNames() {}

  /** The file that holds {@code exhibit}. */
  static String file(ExhibitRecord exhibit) {
    return "%04d.bin".formatted(exhibit.number());
  }

  static byte[] json(List<ExhibitRecord> exhibits) {
    return Jcs.write(
        JsonObject.builder()
            .put("exhibits", JsonArray.of(exhibits.stream().map(ExhibitNames::json).toList()))
            .put("version", VERSION)
            .build());
  }

  private static JsonObject json(ExhibitRecord exhibit) {
    return JsonObject.builder()
        .put("file", file(exhibit))
        .put("mediaType", exhibit.mediaType())
        .put("name", exhibit.name())
        .put("number", exhibit.number())
        .put("sha256", exhibit.digest().sha256().hex())
        .put("sha512", exhibit.digest().sha512().hex())
        .put("size", exhibit.digest().size())
        .build();
  }
}
