package org.safehand.packaging.open;

import java.util.function.LongConsumer;

/**
 * Is told how far a long work has come. Both consumers are given the number of bytes that were done
 * since they were given the last, from more than one thread.
 */
public interface OpenWatch {
  /** Nobody looks. */
  OpenWatch NOBODY =
      new OpenWatch() {
        @Override
        public LongConsumer checking(long bytes) {
          return done -> {};
        }

        @Override
        public LongConsumer decrypting(long bytes) {
          return done -> {};
        }
      };

  /** Every byte of a file of about {@code bytes} bytes is going to be checked. */
  LongConsumer checking(long bytes);

  /** Exhibits of {@code bytes} bytes in all are going to be decrypted and checked. */
  LongConsumer decrypting(long bytes);
}
