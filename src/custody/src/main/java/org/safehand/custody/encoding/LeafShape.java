package org.safehand.custody.encoding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The one shape of a leaf: {@value #LENGTH} bytes, in which only five fields of fixed length vary.
 *
 * <p>A fixed shape is what lets a verifier check a million leaves at the speed of hashing them.
 */
public final class LeafShape {
  public static final int LENGTH = 240;
  public static final int DETAIL = 6;
  public static final int HEADER = 57;
  public static final int LINK = 108;
  public static final int TIME = 159;
  public static final int TAG = 188;
  public static final int DIGEST_CHARS = 44;
  public static final int TIME_CHARS = 20;

  private static final String HOLE = "?".repeat(DIGEST_CHARS);
  private static final byte[] TEMPLATE =
      ("{\"d\":\""
              + HOLE
              + "\",\"h\":\""
              + HOLE
              + "\",\"l\":\""
              + HOLE
              + "\",\"t\":\"dddd-dd-ddTdd:dd:ddZ\",\"tag\":\""
              + HOLE
              + "\",\"v\":1}")
          .getBytes(US_ASCII);

  /** The six bits of each base-64 character, -1 for any other byte. */
  private static final byte[] SEXTETS = sextets();

  /** Two neighbouring bytes as one number. */
  private static final VarHandle PAIR =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  /** Negative for each pair that is not two base-64 characters. */
  private static final byte[] PAIRS = pairs();

  /** Where the digits of a time stand. */
  private static final int[] DIGITS = {0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18};

  /** Eight neighbouring bytes as one number. */
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The template, and all bits of each of its bytes that does not vary. */
  private static final long[] FIXED = words(TEMPLATE);

  private static final long[] FIXED_BITS = words(fixedBits());

  private LeafShape() {}

  private static byte[] fixedBits() {
    byte[] bits = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      boolean varies = TEMPLATE[i] == '?' || (isInTime(i) && TEMPLATE[i] == 'd');
      bits[i] = varies ? 0 : (byte) 0xff;
    }
    return bits;
  }

  private static boolean isInTime(int position) {
    return position >= TIME && position < TIME + TIME_CHARS;
  }

  private static long[] words(byte[] bytes) {
    long[] words = new long[LENGTH / Long.BYTES];
    for (int i = 0; i < words.length; i++) {
      words[i] = (long) WORD.get(bytes, Long.BYTES * i);
    }
    return words;
  }

  private static byte[] sextets() {
    byte[] sextets = new byte[256];
    Arrays.fill(sextets, (byte) -1);
    byte[] alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(US_ASCII);
    for (int i = 0; i < alphabet.length; i++) {
      sextets[alphabet[i]] = (byte) i;
    }
    return sextets;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[1 << 16];
    for (int pair = 0; pair < pairs.length; pair++) {
      pairs[pair] = (byte) (SEXTETS[pair & 0xff] | SEXTETS[pair >> 8]);
    }
    return pairs;
  }

  /** Whether the {@code length} bytes of {@code bytes} from {@code offset} are a leaf. */
  public static boolean isLeaf(byte[] bytes, int offset, int length) {
    return length == LENGTH
        && isFixed(bytes, offset)
        && isDigest(bytes, offset + DETAIL)
        && isDigest(bytes, offset + HEADER)
        && isDigest(bytes, offset + LINK)
        && isTime(bytes, offset)
        && isDigest(bytes, offset + TAG);
  }

  /** Whether all that does not vary is as in the template, eight bytes at a time. */
  private static boolean isFixed(byte[] bytes, int offset) {
    long difference = 0;
    for (int i = 0; i < FIXED.length; i++) {
      difference |= ((long) WORD.get(bytes, offset + Long.BYTES * i) ^ FIXED[i]) & FIXED_BITS[i];
    }
    return difference == 0;
  }

  /** 32 bytes in base 64: 43 characters, the last with two zero bits, and one pad. */
  private static boolean isDigest(byte[] bytes, int at) {
    int bad = 0;
    for (int i = 0; i < DIGEST_CHARS - 2; i += 2) {
      bad |= PAIRS[(short) PAIR.get(bytes, at + i) & 0xffff];
    }
    int last = SEXTETS[bytes[at + DIGEST_CHARS - 2] & 0xff];
    return (bad | last) >= 0 && (last & 3) == 0 && bytes[at + DIGEST_CHARS - 1] == '=';
  }

  private static boolean isTime(byte[] bytes, int offset) {
    int at = offset + TIME;
    return isDigits(bytes, at)
        && number(bytes, at + 11) < 24
        && number(bytes, at + 14) < 60
        && number(bytes, at + 17) < 60
        && isDate(number(bytes, at) * 100 + number(bytes, at + 2), bytes, at);
  }

  private static boolean isDigits(byte[] bytes, int at) {
    boolean digits = true;
    for (int place : DIGITS) {
      byte found = bytes[at + place];
      digits &= found >= '0' && found <= '9';
    }
    return digits;
  }

  private static boolean isDate(int year, byte[] bytes, int at) {
    int month = number(bytes, at + 5);
    int day = number(bytes, at + 8);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 28) {
      return true;
    }
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
  }
}
