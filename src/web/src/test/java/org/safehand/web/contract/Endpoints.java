package org.safehand.web.contract;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safehand.web.RegisteredResources;
import org.safehand.web.door.ApiApplication;
import org.safehand.web.door.LogApplication;
import org.safehand.web.door.Resources;

/** The methods that answer requests, of the resources that this face hands over to JAX-RS. */
final class Endpoints {
  private static final Resources RESOURCES = RegisteredResources.in(emptyFolder());
  private static final Set<Class<?>> API = typesOf(RESOURCES.api());
  private static final Set<Class<?>> LOG = typesOf(RESOURCES.log());

  private Endpoints() {}

  private static java.nio.file.Path emptyFolder() {
    try {
      return Files.createTempDirectory(java.nio.file.Path.of("target"), "registered");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Class<?>> typesOf(Set<Object> resources) {
    return resources.stream().map(Object::getClass).collect(Collectors.toUnmodifiableSet());
  }

  /** What JAX-RS is handed over. */
  static Set<Class<?>> registered() {
    return Stream.concat(API.stream(), LOG.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Which of {@code types} JAX-RS would let answer: those with a path, and those of which a method
   * has a path or an HTTP method. An interface or a superclass from which another would inherit it
   * is one as well.
   */
  static List<Class<?>> answering(Collection<Class<?>> types) {
    return types.stream()
        .filter(
            type ->
                type.isAnnotationPresent(Path.class)
                    || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(
                            method ->
                                method.isAnnotationPresent(Path.class)
                                    || httpMethod(method).isPresent()))
        .toList();
  }

  static List<Method> methods() {
    return registered().stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> httpMethod(method).isPresent())
        .toList();
  }

  /** Methods of {@code types} that answer with another resource, which nobody here would see. */
  static List<Method> locators(Collection<Class<?>> types) {
    return types.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Path.class) && httpMethod(method).isEmpty())
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
    Class<?> application = LOG.contains(resource) ? LogApplication.class : ApiApplication.class;
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

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }
}
