package org.safehand.custody.vectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safehand.custody.encoding.CanonicalBase64;

/**
 * One named input of a vector. In the file it is written in the first of three ways that can spell
 * its bytes: a line of text, a block of lines that begin with {@code "> "}, or base 64.
 */
final class Field {
  static final String BASE64 = "-base64";
  static final String BLOCK = "> ";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\\s>][^\\p{Cntrl}]*(?<! )");
  private static final Pattern LINES = Pattern.compile("([^\\p{Cntrl}]*\\n)+");

  private final String name;
  private final byte[] bytes;

  Field(String name, byte[] bytes) {
    this.name = name;
    this.bytes = requireNonNull(bytes, "bytes is null").clone();
    if (!NAME.matcher(name).matches() || name.endsWith(BASE64)) {
      throw new IllegalArgumentException("not the name of a field: " + name);
    }
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String text() {
    return new String(bytes, UTF_8);
  }

  /** The lines of the file that spell this field. */
  String lines() {
    Optional<String> text = decode(bytes);
    if (text.filter(LINE.asMatchPredicate()).isPresent()) {
      return name + ": " + text.get() + "\n";
    }
    if (text.filter(LINES.asMatchPredicate()).isPresent()) {
      return name + ":\n" + text.get().replaceAll("(?md)^(?!\\z)", BLOCK);
    }
    return name + BASE64 + ": " + CanonicalBase64.encode(bytes) + "\n";
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
          .filter(text -> !text.startsWith("\ufeff"));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
