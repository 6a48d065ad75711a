package org.safehand.packaging.vectors.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** Entries under names that lead elsewhere, or that some system takes for another's. */
public final class NameForgeries {
  private static final byte[] TEXT = FixedPackages.text("text");
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("parent", "../evil.txt");
    NAMES.put("parent-inside", "exhibits/../../evil.txt");
    NAMES.put("parent-at-end", "exhibits/..");
    NAMES.put("absolute", "/etc/passwd");
    NAMES.put("drive", "C:\\evil.txt");
    NAMES.put("drive-relative", "C:evil.txt");
    NAMES.put("share", "\\\\host\\share");
    NAMES.put("backslash", "exhibits\\0001");
    NAMES.put("parent-backslash", "..\\evil.txt");
    NAMES.put("percent", "%2e%2e/evil.txt");
    NAMES.put("stream", "package.json:hidden");
    NAMES.put("empty-part", "a//b");
    NAMES.put("here", "./package.json");
    NAMES.put("here-inside", "case/./case.cms");
    NAMES.put("folder", "exhibits/");
    NAMES.put("empty", "");
    NAMES.put("nul", "a\u0000b");
    NAMES.put("newline", "a\nb");
    NAMES.put("hidden", ".hidden");
    NAMES.put("space", "package.json ");
    NAMES.put("home", "~/evil.txt");
    NAMES.put("latin1", "caf\u00e9");
    NAMES.put("composed", utf8("caf\u00e9.txt"));
    NAMES.put("decomposed", utf8("cafe\u0301.txt"));
    NAMES.put("full-width", utf8("package\uff0ejson"));
    NAMES.put("long-s", utf8("ca\u017fe/case.cms"));
    NAMES.put("right-to-left", utf8("txt.\u202enosj.egakcap"));
    NAMES.put("overlong", "\u00c0\u00ae\u00c0\u00ae/evil.txt");
    NAMES.put("201-bytes", "a".repeat(201));
  }

  private final Target target;

  public NameForgeries(Target target) {
    this.target = target;
  }

  private static String utf8(String name) {
    return new String(name.getBytes(UTF_8), ISO_8859_1);
  }

  public void make() {
    NAMES.forEach(
        (name, entry) ->
            target.refuse(
                "name-" + name,
                entry.length() > 200
                    ? PackageFault.CONTAINER_MALFORMED
                    : PackageFault.ENTRY_NAME_REFUSED,
                good().addBefore(AsicNames.MANIFEST, entry, TEXT).bytes(),
                "an entry beside the good ones whose name is not canonical"));
    target.refuse(
        "name-200-bytes",
        PackageFault.ENTRY_UNLISTED,
        good().addBefore(AsicNames.MANIFEST, "a".repeat(200), TEXT).bytes(),
        "an entry beside the good ones whose name is as long as one may be");
    String bin = PackageNames.ciphertext(1, 0);
    twice("twice-first", good().addBefore(bin, bin, TEXT), "another content before the good one");
    twice("twice-last", good().addBefore(AsicNames.MANIFEST, bin, TEXT), "and after it");
    twice("case-first", good().addBefore(bin, "EXHIBITS/0001/00000.bin", TEXT), "in capitals");
    twice(
        "case-last",
        good().addBefore(AsicNames.MANIFEST, "exhibits/0001/00000.BIN", TEXT),
        "in capitals, after the good one");
    twice("seal-twice", good().addBefore(AsicNames.MANIFEST, AsicNames.SEAL, TEXT), "two seals");
  }

  private Forgery good() {
    return Forgery.of(target.good());
  }

  private void twice(String name, Forgery forgery, String shows) {
    target.refuse(
        "name-" + name,
        PackageFault.ENTRY_NAME_REFUSED,
        forgery.bytes(),
        "one name for two entries: " + shows);
  }
}
