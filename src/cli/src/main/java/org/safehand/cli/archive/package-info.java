/**
 * Long-term preservation: packages get RFC 4998 evidence records, which are renewed before what
 * they rest on wears out. The only thing asked over a network is a time-stamp.
 */
@NullMarked
package org.safehand.cli.archive;

import org.jspecify.annotations.NullMarked;
