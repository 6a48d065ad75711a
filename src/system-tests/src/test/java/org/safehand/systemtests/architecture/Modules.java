package org.safehand.systemtests.architecture;

import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compiled modules of the checkout, found beside this one. */
final class Modules {
  /** The folder {@code src} of the checkout. */
  static final Path SOURCES =
      requireNonNull(Path.of("").toAbsolutePath().getParent(), "no parent folder");

  private Modules() {}

  /** The folder that holds {@code file}. */
  static Path parent(Path file) {
    return requireNonNull(file.getParent(), "no parent folder");
  }

  /** The classes of one module, without its tests. */
  static JavaClasses classesOf(String module) {
    Path classes = SOURCES.resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException("module " + module + " is not built: " + classes);
    }
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
        .importPath(classes);
  }
}
