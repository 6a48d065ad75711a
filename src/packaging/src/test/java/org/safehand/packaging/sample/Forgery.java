package org.safehand.packaging.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.asic.AsicManifest;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.asic.ListedEntry;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.seal.PendingSeal;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.zip.ContainerBytes;
import org.safehand.packaging.zip.StoredZip;
import org.safehand.packaging.zip.StoredZipReader;

/** A container taken apart, to be changed and put together again, with or without a new seal. */
public final class Forgery {
  private static final String META = "META-INF/";

  private final List<Part> parts = new ArrayList<>();

  /** One entry, under a name that may be forbidden. */
  static final class Part {
    private final String name;
    private final byte[] content;

    Part(String name, byte[] content) {
      this.name = name;
      this.content = content.clone();
    }

    String name() {
      return name;
    }

    byte[] content() {
      return content.clone();
    }
  }

  private Forgery() {}

  /** Takes the good container {@code bytes} apart. */
  public static Forgery of(byte[] bytes) {
    Forgery forgery = new Forgery();
    try (ContainerBytes source = ContainerBytes.ofArray(bytes)) {
      StoredZip zip = StoredZipReader.read(source);
      for (int i = 0; i < zip.entries().size(); i++) {
        int size = (int) zip.entries().get(i).size();
        forgery.parts.add(
            new Part(zip.entries().get(i).name(), source.read(zip.contentOffset(i), size)));
      }
      return forgery;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackageException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of its entries, in order. */
  public List<String> names() {
    return parts.stream().map(Part::name).toList();
  }

  /** The content of {@code name}, a copy. */
  public byte[] content(String name) {
    return parts.get(place(name)).content();
  }

  /** Replaces the content of {@code name}. */
  public Forgery set(String name, byte[] content) {
    parts.set(place(name), new Part(name, content));
    return this;
  }

  /** Gives {@code name} another name. */
  public Forgery rename(String name, String newName) {
    parts.set(place(name), new Part(newName, content(name)));
    return this;
  }

  /** Adds an entry before {@code next}. */
  public Forgery addBefore(String next, String name, byte[] content) {
    parts.add(place(next), new Part(name, content));
    return this;
  }

  /** Adds an entry at the end. */
  public Forgery append(String name, byte[] content) {
    parts.add(new Part(name, content));
    return this;
  }

  /** Removes {@code name}. */
  public Forgery remove(String name) {
    parts.remove(place(name));
    return this;
  }

  /** Lets two entries change places. */
  public Forgery swap(String one, String other) {
    Collections.swap(parts, place(one), place(other));
    return this;
  }

  /** Lets two entries change contents. */
  public Forgery swapContents(String one, String other) {
    byte[] first = content(one);
    return set(one, content(other)).set(other, first);
  }

  /** The container with the seal that it had. */
  public byte[] bytes() {
    return RawZip.write(parts);
  }

  /** The container with a new list of entries and a new seal by {@code hotline}. */
  public byte[] sealedBy(SampleHotline hotline) {
    byte[] manifest =
        new AsicManifest(
                parts.stream()
                    .filter(part -> !part.name().equals(AsicNames.MIMETYPE))
                    .filter(part -> !part.name().startsWith(META))
                    .map(part -> new ListedEntry(part.name(), Digest.of(part.content())))
                    .toList())
            .toXml();
    try {
      PendingSeal seal = hotline.seals().sign(manifest);
      set(AsicNames.MANIFEST, manifest);
      set(AsicNames.SEAL, seal.complete(hotline.stamp(seal.signatureDigest())));
      return bytes();
    } catch (SealException e) {
      throw new IllegalStateException(e);
    }
  }

  private int place(String name) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no entry " + name);
  }
}
