package org.safehand.store.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real file layer, which fails at one chosen call, as a full or broken disk would. */
final class FaultyFiles implements FileLayer {
  private final FileLayer files = new PosixFiles();
  private final List<String> calls = new ArrayList<>();
  private int failAt = Integer.MAX_VALUE;
  private boolean cutsWrites;

  void failAt(int call, boolean cutting) {
    calls.clear();
    failAt = call;
    cutsWrites = cutting;
  }

  /** The calls since {@link #failAt}, in order. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    step("create");
    return files.create(file);
  }

  @Override
  public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    try {
      step("write");
    } catch (IOException e) {
      if (cutsWrites) {
        files.write(channel, bytes.slice(0, bytes.remaining() / 2));
      }
      throw e;
    }
    files.write(channel, bytes);
  }

  @Override
  public void force(FileChannel channel) throws IOException {
    step("force");
    files.force(channel);
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    step("rename");
    files.rename(source, target);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    step("forceDirectory");
    files.forceDirectory(directory);
  }

  private void step(String call) throws IOException {
    calls.add(call);
    if (calls.size() == failAt) {
      throw new IOException("no space left on device");
    }
  }
}
