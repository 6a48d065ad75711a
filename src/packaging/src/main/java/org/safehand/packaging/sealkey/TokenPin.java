package org.safehand.packaging.sealkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;

/** A PIN for as long as it is needed; closing wipes it. */
final class TokenPin implements AutoCloseable {
  private final char[] characters;

  private TokenPin(char[] characters) {
    this.characters = characters;
  }

  /**
   * Reads {@code file}.
   *
   * @throws SealException with {@code seal-token-pin} if it cannot be read or holds nothing
   */
  static TokenPin read(Path file) throws SealException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      TokenPin pin = new TokenPin(decoded(bytes));
      Arrays.fill(bytes, (byte) 0);
      if (pin.characters.length > 0) {
        return pin;
      }
    } catch (IOException e) {
      throw new SealException(
          SealFault.SEAL_TOKEN_PIN, "the file with the PIN cannot be read: " + e.getMessage(), e);
    }
    throw new SealException(SealFault.SEAL_TOKEN_PIN, "the file with the PIN is empty");
  }

  /** The characters themselves, not a copy. */
  char[] characters() {
    return characters;
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  private static char[] decoded(byte[] bytes) throws CharacterCodingException {
    CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    int length = text.length();
    if (length > 0 && text.get(length - 1) == '\n') {
      length--;
    }
    char[] characters = new char[length];
    text.get(characters);
    Arrays.fill(text.array(), '\0');
    return characters;
  }
}
