package org.safehand.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FixedHeadersTest {
  private static final Pattern SET =
      Pattern.compile("set\\(attribute='%\\{o,([A-Za-z-]+)}', value='([^']*)'\\)");

  @Test
  void handlersFile_everyHeader_isTheFiltersAndTheReverse() throws IOException {
    String file = Files.readString(Path.of("src/main/webapp/WEB-INF/undertow-handlers.conf"));
    Map<String, String> before = new TreeMap<>();
    for (Matcher line = SET.matcher(file); line.find(); ) {
      before.put(line.group(1), line.group(2));
    }
    assertThat(before).isEqualTo(HeadersFilter.FIXED);
  }
}
