package org.safehand.cli.archive;

import org.safehand.custody.digest.HashAlgorithm;

/** A hash algorithm that a hash-tree renewal can change to, as the command line has it. */
enum StrongerHash {
  SHA384(HashAlgorithm.SHA_384),
  SHA512(HashAlgorithm.SHA_512);

  private final HashAlgorithm algorithm;

  StrongerHash(HashAlgorithm algorithm) {
    this.algorithm = algorithm;
  }

  HashAlgorithm algorithm() {
    return algorithm;
  }
}
