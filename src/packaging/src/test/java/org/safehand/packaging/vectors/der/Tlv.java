package org.safehand.packaging.vectors.der;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** DER as a tree that can be changed anywhere, also where no library would allow it. */
public final class Tlv {
  private static final int CONSTRUCTED = 0x20;

  private final int tag;
  private final List<Tlv> children = new ArrayList<>();
  private byte[] content;

  private Tlv(int tag, byte[] content) {
    this.tag = tag;
    this.content = content.clone();
    if ((tag & CONSTRUCTED) != 0) {
      for (int at = 0; at < content.length; ) {
        int end = end(content, at);
        children.add(parse(Arrays.copyOfRange(content, at, end)));
        at = end;
      }
      this.content = new byte[0];
    }
  }

  /** One value of {@code tag}. */
  public static Tlv of(int tag, byte... content) {
    return new Tlv(tag, content);
  }

  /** One constructed value. */
  public static Tlv of(int tag, Tlv... children) {
    Tlv tlv = new Tlv(tag, new byte[0]);
    tlv.children.addAll(List.of(children));
    return tlv;
  }

  /** The one value that {@code der} is. */
  public static Tlv parse(byte[] der) {
    int end = end(der, 0);
    return new Tlv(der[0] & 0xff, Arrays.copyOfRange(der, start(der, 0), end));
  }

  /** The object identifier whose content is {@code hex}. */
  public static Tlv oid(String hex) {
    return of(6, HexFormat.of().parseHex(hex));
  }

  private static int start(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int end(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    int length = first < 0x80 ? first : 0;
    for (int i = at + 2; i < start(der, at); i++) {
      length = (length << 8) | (der[i] & 0xff);
    }
    return start(der, at) + length;
  }

  /** The value at the end of {@code path}, each step the number of a child from 0. */
  public Tlv at(int... path) {
    Tlv tlv = this;
    for (int step : path) {
      tlv = tlv.children.get(step);
    }
    return tlv;
  }

  public List<Tlv> children() {
    return children;
  }

  public byte[] content() {
    return content.clone();
  }

  public void content(byte... changed) {
    content = changed.clone();
  }

  /** With a bit of its last byte flipped. */
  public void flip() {
    content[content.length - 1] ^= 1;
  }

  /** With {@code changed} in the place of this value's child {@code index}. */
  public void replace(int index, Tlv changed) {
    children.set(index, changed);
  }

  public byte[] encoded() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(content);
    children.forEach(child -> body.writeBytes(child.encoded()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = body.size();
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }
}
