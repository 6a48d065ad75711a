package org.safehand.custody.completeness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.LeafShape;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.log.LogFolder;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TreeEdge;
import org.safehand.custody.tree.TreeLayout;

/**
 * Looks at the tag of every entry of a log: the numbers of the case must stand there once each, and
 * the number after a period must not stand there under the period's key.
 *
 * <p>A chain goes on at its next number or nowhere, so one number beyond is enough to look for.
 */
final class LogComparison {
  private static final int FIRST_WINDOW = 1 << 12;

  private final Extract extract;
  private final Checkpoint checkpoint;
  private final Path folder;
  private final Map<String, Integer> own = new HashMap<>();
  private final Map<String, Long> beyond = new HashMap<>();

  LogComparison(Extract extract, Checkpoint checkpoint, Path folder) {
    this.extract = extract;
    this.checkpoint = checkpoint;
    this.folder = folder;
    for (int i = 0; i < extract.events().size(); i++) {
      own.put(extract.events().get(i).leaf().tag().base64(), i);
    }
    List<TagPeriod> periods = extract.periods();
    for (int i = 0; i < periods.size(); i++) {
      long end = i + 1 < periods.size() ? periods.get(i + 1).first() : extract.events().size();
      beyond.put(periods.get(i).key().tag(end).base64(), end);
    }
  }

  /** What the log in the folder, of which {@code log} is verified, says. */
  LogCoverage compare(Checkpoint log) throws ExtractException, IOException {
    if (log.size() < checkpoint.size()) {
      throw new ExtractException(
          ExtractFault.LOG_SMALLER,
          "the log",
          "at least " + checkpoint.size() + " entries",
          Long.toString(log.size()));
    }
    if (extract.nextTagKey().isEmpty()) {
      new Pass(new HashMap<>(), log).run();
      return new LogCoverage(log, OptionalLong.empty());
    }
    int window = FIRST_WINDOW;
    long later = later(extract.nextTagKey().get(), window, log);
    while (later == window) {
      window *= 16;
      later = later(extract.nextTagKey().get(), window, log);
    }
    return new LogCoverage(log, OptionalLong.of(later));
  }

  /** How many of the next {@code window} numbers stand in the log, without gap from the first. */
  private long later(TagKey next, int window, Checkpoint log) throws ExtractException, IOException {
    Map<String, Long> tags = new HashMap<>();
    for (int i = 0; i < window; i++) {
      long sequence = extract.events().size() + (long) i;
      tags.put(next.tag(sequence).base64(), sequence);
    }
    Pass pass = new Pass(tags, log);
    pass.run();
    long count = 0;
    while (count < window && pass.later.containsKey(extract.events().size() + count)) {
      count++;
    }
    return count;
  }

  /** One reading of all entries. */
  private final class Pass {
    private final Map<String, Long> following;
    private final Checkpoint log;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Long, Long> later = new HashMap<>();
    private final TreeEdge edge = new TreeEdge(tile -> {});
    private @Nullable ExtractException refusal;

    Pass(Map<String, Long> following, Checkpoint log) {
      this.following = following;
      this.log = log;
    }

    void run() throws ExtractException, IOException {
      LogFolder source = new LogFolder(folder);
      Iterator<BundleId> bundles = new TreeLayout(log.size()).bundles().iterator();
      while (bundles.hasNext()) {
        int refused = source.bundle(bundles.next()).firstRefused(this::take);
        if (refused >= 0 && refusal != null) {
          throw refusal;
        }
      }
      if (!edge.root().equals(log.root())) {
        throw new IOException("the log changed while it was read");
      }
    }

    private boolean take(byte[] bytes, int offset, int length) {
      long index = edge.size();
      edge.append(bytes, offset, length);
      String tag = new String(bytes, offset + LeafShape.TAG, LeafShape.DIGEST_CHARS, US_ASCII);
      if (refusal == null) {
        refusal = judge(tag, index);
      }
      if (edge.size() < checkpoint.size()) {
        return true; // of another log than the extract is from, nothing else is worth saying
      }
      if (edge.size() == checkpoint.size() && !edge.root().equals(checkpoint.root())) {
        refusal = otherRoot(edge.root());
      }
      return refusal == null;
    }

    private @Nullable ExtractException judge(String tag, long index) {
      Integer sequence = own.get(tag);
      if (sequence != null && !seen.add(sequence)) {
        return forked(sequence, extract.events().get(sequence).index(), index);
      }
      if (sequence != null && extract.events().get(sequence).index() > index) {
        return forked(sequence, index, extract.events().get(sequence).index());
      }
      Long end = beyond.get(tag);
      if (end != null) {
        return new ExtractException(
            ExtractFault.CONTINUED,
            LeafVerifier.place(end),
            "no such event under the tag key of the events before",
            "one at index " + index);
      }
      Long follower = following.get(tag);
      Long first = follower == null ? null : later.putIfAbsent(follower, index);
      if (follower != null && first != null) {
        return forked(follower, first, index);
      }
      return null;
    }

    private ExtractException otherRoot(Digest root) {
      return new ExtractException(
          ExtractFault.LOG_ROOT,
          "the log at size " + checkpoint.size(),
          checkpoint.root().hex(),
          root.hex());
    }

    private ExtractException forked(long sequence, long first, long second) {
      return new ExtractException(
          ExtractFault.FORKED,
          LeafVerifier.place(sequence),
          "one leaf in the log",
          "two, at index " + first + " and at index " + second);
    }
  }
}
