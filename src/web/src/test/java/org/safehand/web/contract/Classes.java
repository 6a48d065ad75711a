package org.safehand.web.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compiled classes, whatever they are called, also those within others. */
final class Classes {
  private static final String SUFFIX = ".class";
  private static final List<String> NO_CLASSES = List.of("package-info.class", "module-info.class");

  private Classes() {}

  /** Those of this face. */
  static List<Class<?>> built() {
    return under(Path.of("target/classes"), "");
  }

  /** Those that break a rule, for the test of the rule. */
  static List<Class<?>> planted() {
    return under(Path.of("target/test-classes"), "org/safehand/web/contract/planted");
  }

  private static List<Class<?>> under(Path root, String folder) {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> !NO_CLASSES.contains(file.getFileName().toString()))
          .<Class<?>>map(file -> load(root.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    try {
      return Class.forName(name, false, Classes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
