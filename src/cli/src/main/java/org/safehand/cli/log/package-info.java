/**
 * Commands about the custody log. All of them work offline and trust only what the trust folder
 * names.
 */
@NullMarked
package org.safehand.cli.log;

import org.jspecify.annotations.NullMarked;
