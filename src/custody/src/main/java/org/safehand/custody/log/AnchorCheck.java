package org.safehand.custody.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.custody.anchor.AnchorPath;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.anchor.VerifiedAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.timestamp.VerifiedTime;
import org.safehand.custody.tree.TreeEdge;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;

/**
 * The anchors of an exported log: each is a checkpoint of the trusted log, time-stamped as it lies
 * there, and commits to a prefix of this very log. Their roots are compared while the entries pass.
 */
final class AnchorCheck {
  /** Far above a token with its certificates. */
  private static final int MAX_TOKEN = 1 << 16;

  private static final long NONE = -1;

  private final Path folder;
  private final LogTrust trust;
  private final Optional<Trust> timeStamps;
  private final List<Long> sizes;
  private final List<VerifiedAnchor> verified = new ArrayList<>();
  private final List<Digest> signed = new ArrayList<>();
  private final List<Digest> computed = new ArrayList<>();
  private long next;

  private AnchorCheck(Path folder, LogTrust trust, Optional<Trust> timeStamps, List<Long> sizes) {
    this.folder = folder;
    this.trust = trust;
    this.timeStamps = timeStamps;
    this.sizes = sizes;
    this.next = sizes.isEmpty() ? NONE : sizes.get(0);
  }

  /**
   * The anchors whose folders are in {@code folder}; what else is there is others' to refuse.
   *
   * @param timeStamps whose tokens count; if absent, tokens are not checked
   */
  static AnchorCheck in(Path folder, LogTrust trust, Optional<Trust> timeStamps)
      throws IOException {
    Path anchors = folder.resolve(AnchorPath.FOLDER);
    if (!Files.isDirectory(anchors, LinkOption.NOFOLLOW_LINKS)) {
      return new AnchorCheck(folder, trust, timeStamps, List.of());
    }
    try (Stream<Path> files = Files.list(anchors)) {
      return new AnchorCheck(
          folder,
          trust,
          timeStamps,
          files
              .flatMap(file -> AnchorPath.size(String.valueOf(file.getFileName())).stream())
              .sorted()
              .toList());
    }
  }

  /** The sizes of the anchored checkpoints, ascending, as their folders are named. */
  List<Long> sizes() {
    return sizes;
  }

  /** Checks everything but the roots, against a log of {@code logSize} entries. */
  void verify(long logSize) throws LogException, IOException {
    for (long size : sizes) {
      SignedNote note = note(size);
      Checkpoint checkpoint = checkpoint(size, note);
      if (checkpoint.size() != size || size > logSize) {
        throw new LogException(
            LogFault.ANCHOR_SIZE,
            AnchorPath.checkpoint(size),
            "a checkpoint of size " + size + " in a log of at least that size",
            "size " + checkpoint.size() + " in a log of " + logSize);
      }
      if (timeStamps.isPresent()) {
        verified.add(new VerifiedAnchor(size, time(size, note, timeStamps.get()).time()));
      }
      signed.add(checkpoint.root());
    }
  }

  /** Sees the tree as it grows; to be called at size 0 and after each entry. */
  void observe(TreeEdge edge) {
    if (edge.size() == next) {
      computed.add(edge.root());
      next = computed.size() < sizes.size() ? sizes.get(computed.size()) : NONE;
    }
  }

  /** Refuses an anchor whose root is not that of the entries that passed. */
  void requireRoots() throws LogException {
    for (int i = 0; i < sizes.size(); i++) {
      if (!signed.get(i).equals(computed.get(i))) {
        throw new LogException(
            LogFault.ANCHOR_ROOT,
            AnchorPath.checkpoint(sizes.get(i)),
            computed.get(i).hex(),
            signed.get(i).hex());
      }
    }
  }

  /** What was verified with its time, the smallest first. */
  List<VerifiedAnchor> verified() {
    return List.copyOf(verified);
  }

  private SignedNote note(long size) throws LogException, IOException {
    String place = AnchorPath.checkpoint(size);
    try {
      return SignedNote.parse(bytes(place, SignedNote.MAX_LENGTH, LogFault.ANCHOR_CHECKPOINT));
    } catch (NoteException e) {
      throw refused(place, e);
    }
  }

  private Checkpoint checkpoint(long size, SignedNote note) throws LogException {
    try {
      return trust.verify(note);
    } catch (NoteException e) {
      throw refused(AnchorPath.checkpoint(size), e);
    }
  }

  private VerifiedTime time(long size, SignedNote note, Trust authorities)
      throws LogException, IOException {
    String place = AnchorPath.token(size);
    try {
      return TimeStampToken.parse(bytes(place, MAX_TOKEN, LogFault.ANCHOR_TOKEN))
          .verify(LogAnchor.stamped(note), authorities);
    } catch (TimeStampException e) {
      throw new LogException(
          LogFault.ANCHOR_TOKEN,
          place,
          "a token of a trusted authority over the checkpoint beside it",
          String.valueOf(e.getMessage()));
    }
  }

  private byte[] bytes(String place, int most, LogFault fault) throws LogException, IOException {
    Path file = folder.resolve(place);
    if (Files.size(file) > most) {
      throw new LogException(
          fault, place, "at most " + most + " bytes", Files.size(file) + " bytes");
    }
    return Files.readAllBytes(file);
  }

  private static LogException refused(String place, NoteException e) {
    return new LogException(
        LogFault.ANCHOR_CHECKPOINT,
        place,
        "a checkpoint of the trusted log",
        String.valueOf(e.getMessage()));
  }
}
