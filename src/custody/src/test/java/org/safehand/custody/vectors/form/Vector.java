package org.safehand.custody.vectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;

/**
 * One vector: what a verifier must say, of what kind it is, what it shows, and the inputs.
 *
 * @param expect {@code ok} or the stable code of the refusal
 */
public record Vector(String expect, String kind, String shows, List<Field> fields) {
  /** What is expected of a valid vector. */
  public static final String OK = "ok";

  private static final String AT = "at";
  private static final String EXPECT = "expect";
  private static final String KIND = "kind";
  private static final String SHOWS = "shows";

  public Vector {
    fields = List.copyOf(requireNonNull(fields, "fields is null"));
  }

  /** A valid vector, still without inputs. */
  public static Vector ok(String shows) {
    return refused(OK, shows);
  }

  /** A vector that is refused with {@code code}, still without inputs. */
  public static Vector refused(String code, String shows) {
    return new Vector(code, "none", shows, List.of());
  }

  Vector ofKind(String name) {
    return new Vector(expect, name, shows, fields);
  }

  /** This vector with one more input. */
  public Vector with(String name, byte[] bytes) {
    List<Field> all = new ArrayList<>(fields);
    all.add(new Field(name, bytes));
    return new Vector(expect, kind, shows, all);
  }

  public Vector with(String name, String text) {
    return with(name, text.getBytes(UTF_8));
  }

  public Vector with(String name, long number) {
    return with(name, Long.toString(number));
  }

  /** A hash is written in base 64. */
  public Vector with(String name, Digest hash) {
    return with(name, hash.base64());
  }

  public Vector withAll(String name, List<?> values) {
    Vector all = this;
    for (Object value : values) {
      all = all.with(name, value instanceof Digest hash ? hash.base64() : value.toString());
    }
    return all;
  }

  /** Where the refusal stands: a JSON pointer, or a file; nothing for a whole document. */
  public Vector at(String place) {
    return place.isEmpty() ? this : with(AT, place);
  }

  public String at() {
    return has(AT) ? text(AT) : "";
  }

  public boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  /** The bytes of the only input of this name. */
  public byte[] bytes(String name) {
    return only(name).bytes();
  }

  public String text(String name) {
    return only(name).text();
  }

  public long number(String name) {
    return Long.parseLong(text(name));
  }

  public Digest hash(String name) {
    return Digest.ofBase64(text(name)).orElseThrow();
  }

  /** The inputs of this name in their order. */
  public List<String> texts(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::text).toList();
  }

  public List<Digest> hashes(String name) {
    return texts(name).stream().map(text -> Digest.ofBase64(text).orElseThrow()).toList();
  }

  private Field only(String name) {
    List<Field> found = fields.stream().filter(field -> field.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(name + " stands there " + found.size() + " times");
    }
    return found.get(0);
  }

  /** The file. */
  public String format() {
    StringBuilder file = new StringBuilder();
    file.append(EXPECT + ": ").append(expect).append('\n');
    file.append(KIND + ": ").append(kind).append('\n');
    file.append(SHOWS + ": ").append(shows).append('\n');
    fields.forEach(field -> file.append(field.lines()));
    return file.toString();
  }

  /** The vector whose file is {@code text}. */
  public static Vector parse(String text) {
    List<Field> all = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int at = 0; at < lines.length - 1; ) {
      String[] parts = lines[at++].split(":", 2);
      StringBuilder block = new StringBuilder();
      while (at < lines.length && lines[at].startsWith(Field.BLOCK)) {
        block.append(lines[at++].substring(Field.BLOCK.length())).append('\n');
      }
      all.add(
          block.isEmpty()
              ? field(parts[0], parts[1].substring(1))
              : field(parts[0], block.toString()));
    }
    Vector vector =
        new Vector(
            all.get(0).text(), all.get(1).text(), all.get(2).text(), all.subList(3, all.size()));
    if (!vector.format().equals(text)) {
      throw new IllegalArgumentException("a vector that is not in the form of the suite");
    }
    return vector;
  }

  private static Field field(String name, String value) {
    return name.endsWith(Field.BASE64)
        ? new Field(
            name.substring(0, name.length() - Field.BASE64.length()),
            CanonicalBase64.decode(value).orElseThrow())
        : new Field(name, value.getBytes(UTF_8));
  }
}
