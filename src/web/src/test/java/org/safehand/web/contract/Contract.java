package org.safehand.web.contract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** openapi.yaml, read. */
record Contract(Map<String, Map<String, Object>> paths, Map<String, Map<String, Object>> schemas) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  static Contract read() throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/openapi.yaml"))) {
      Map<String, Object> whole = new Yaml(new SafeConstructor(strict)).load(in);
      return new Contract(
          part(whole, "paths"), part(new TreeMap<>(part(whole, "components")), "schemas"));
    }
  }

  /** Every operation as {@code GET /path}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    paths.forEach(
        (path, item) ->
            item.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return operations;
  }

  @SuppressWarnings("unchecked") // the shape is OpenAPI's; another fails the test that uses it
  private static Map<String, Map<String, Object>> part(Map<String, ?> whole, String name) {
    return (Map<String, Map<String, Object>>) requireNonNull(whole.get(name), name);
  }

  /** The codes of the list named {@code schema}. */
  List<?> codes(String schema) {
    return (List<?>) requireNonNull(schemas.getOrDefault(schema, Map.of()).get("enum"), schema);
  }
}
