package org.safehand.web.contract;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.web.door.ApiApplication;
import org.safehand.web.door.LogApplication;
import org.safehand.web.log.LogResource;

/** The methods of this face that answer requests, found in the folder of compiled classes. */
final class Endpoints {
  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

  private Endpoints() {}

  static List<Method> methods() {
    return resources()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> httpMethod(method).isPresent())
        .toList();
  }

  /** As the contract writes it: {@code GET /api/v1/referrals/{id}}. */
  static String operation(Method method) {
    String path =
        root(method.getDeclaringClass())
            + "/"
            + Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    return httpMethod(method).orElseThrow() + " " + plain(path);
  }

  /** The path of a resource class. */
  static String root(Class<?> resource) {
    Class<?> application =
        resource == LogResource.class ? LogApplication.class : ApiApplication.class;
    return plain(
        "/"
            + application.getAnnotation(ApplicationPath.class).value()
            + "/"
            + resource.getAnnotation(Path.class).value());
  }

  private static String plain(String path) {
    String single = path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("/+", "/");
    return single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
  }

  /** Every class of this face that has a path, wherever it stands. */
  private static Stream<Class<?>> resources() {
    try (Stream<java.nio.file.Path> files = java.nio.file.Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith("Resource.class"))
          .<Class<?>>map(name -> load(name.replace(".class", "").replace('/', '.')))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }
}
