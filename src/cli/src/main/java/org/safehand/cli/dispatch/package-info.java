/**
 * Commands about dispatches: follow them, fetch the package in resumable ranges, keep the receipt.
 */
@NullMarked
package org.safehand.cli.dispatch;

import org.jspecify.annotations.NullMarked;
