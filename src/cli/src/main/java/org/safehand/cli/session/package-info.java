/**
 * What a signed-in person's commands share: server, trust and tokens, in one file that only its
 * owner can read.
 */
@NullMarked
package org.safehand.cli.session;

import org.jspecify.annotations.NullMarked;
