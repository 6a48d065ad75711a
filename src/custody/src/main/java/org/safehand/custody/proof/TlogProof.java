package org.safehand.custody.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.InclusionProof;
import org.safehand.custody.trust.Trust;

/**
 * C2SP tlog-proof without extra data: index, inclusion path and the signed checkpoint.
 *
 * <p>Guarantee of {@link #verify}: the trusted log committed to exactly this leaf at this index. It
 * does not say that the log shows the same to everyone; witnesses do.
 */
public final class TlogProof {
  private static final Pattern FORM =
      Pattern.compile(
          "c2sp\\.org/tlog-proof@v1\\nindex (0|[1-9][0-9]{0,17})\\n"
              + "((?:[A-Za-z0-9+/=]{44}\\n){0,63})\\n(.+)",
          Pattern.DOTALL);

  private final long index;
  private final List<Digest> path;
  private final SignedNote checkpoint;

  /** The proof that a leaf stands at {@code index} under {@code checkpoint}. */
  public TlogProof(long index, List<Digest> path, SignedNote checkpoint) {
    if (index < 0) {
      throw new IllegalArgumentException("an index is not negative");
    }
    this.index = index;
    this.path = List.copyOf(path);
    this.checkpoint = requireNonNull(checkpoint, "checkpoint is null");
  }

  /** The proof whose file is exactly {@code bytes}. */
  public static TlogProof parse(byte[] bytes) throws ProofException {
    Matcher form = FORM.matcher(new String(bytes, UTF_8));
    if (!form.matches()) {
      throw new ProofException(ProofFault.MALFORMED, "not a tlog-proof");
    }
    try {
      TlogProof proof =
          new TlogProof(
              Long.parseLong(form.group(1)),
              path(form.group(2)),
              SignedNote.parse(form.group(3).getBytes(UTF_8)));
      Checkpoint claimed = Checkpoint.of(proof.checkpoint);
      if (proof.index < claimed.size() && Arrays.equals(proof.bytes(), bytes)) {
        return proof;
      }
    } catch (NoteException e) {
      throw new ProofException(ProofFault.MALFORMED, String.valueOf(e.getMessage()));
    }
    throw new ProofException(
        ProofFault.MALFORMED, "not in its only spelling, or of an index beyond the size");
  }

  private static List<Digest> path(String lines) throws ProofException {
    List<Digest> path = new ArrayList<>();
    for (int at = 0; at < lines.length(); at += 45) {
      path.add(
          Digest.ofBase64(lines.substring(at, at + 44))
              .orElseThrow(
                  () -> new ProofException(ProofFault.MALFORMED, "not a hash in base 64")));
    }
    return path;
  }

  /** The file. */
  public byte[] bytes() {
    return toString().getBytes(UTF_8);
  }

  /** The index that is claimed; not to be trusted before {@link #verify}. */
  public long index() {
    return index;
  }

  /** The checkpoint that is enclosed; not to be trusted before {@link #verify}. */
  public SignedNote checkpoint() {
    return checkpoint;
  }

  /**
   * The verified checkpoint, under which {@code leaf} stands at {@link #index}.
   *
   * @throws ProofException if the checkpoint is not of the trusted log or the leaf is not under it
   */
  public Checkpoint verify(BlindLeaf leaf, Trust trust) throws ProofException {
    Checkpoint verified;
    try {
      verified = trust.log().verify(checkpoint);
    } catch (NoteException e) {
      throw new ProofException(ProofFault.CHECKPOINT, String.valueOf(e.getMessage()));
    }
    InclusionProof inclusion = new InclusionProof(index, verified.size(), path);
    if (!inclusion.verify(leaf.leafHash(), verified.root())) {
      throw new ProofException(
          ProofFault.NOT_INCLUDED,
          "the leaf does not stand at index " + index + " of " + verified.size());
    }
    return verified;
  }

  /** The file as text. */
  @Override
  public String toString() {
    StringBuilder file = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
    path.forEach(hash -> file.append(hash.base64()).append('\n'));
    return file.append('\n').append(checkpoint).toString();
  }
}
