package org.safehand.systemtests.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The operations of openapi.yaml; the build compares it with the code. */
public final class Operations {
  private static final Path CONTRACT = Path.of("../web/src/main/resources/openapi.yaml");
  private static final String API = "/api/v1/";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private Operations() {}

  /** Those behind the sign-in, which are all of the API and no other. */
  public static List<Operation> behindTheSignIn() throws IOException {
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, Map<String, Object>> path : paths().entrySet()) {
      for (Map.Entry<String, Object> operation : path.getValue().entrySet()) {
        if (METHODS.contains(operation.getKey())) {
          boolean open = List.of().equals(((Map<?, ?>) operation.getValue()).get("security"));
          assertThat(open).as(path.getKey()).isNotEqualTo(path.getKey().startsWith(API));
          if (!open) {
            found.add(Operation.at(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
          }
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(50);
    return found;
  }

  @SuppressWarnings("unchecked") // the shape is OpenAPI's; another fails the test that uses it
  private static Map<String, Map<String, Object>> paths() throws IOException {
    try (Reader in = Files.newBufferedReader(CONTRACT)) {
      Map<String, Object> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return (Map<String, Map<String, Object>>) requireNonNull(whole.get("paths"), "no paths");
    }
  }
}
