/**
 * The custody log as anyone may read it: checkpoints, tiles, entries and anchors, all cacheable.
 */
@NullMarked
package org.safehand.web.log;

import org.jspecify.annotations.NullMarked;
