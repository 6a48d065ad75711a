/**
 * What ties the events of one case together without naming the case: the tag key, and from which
 * event on which key holds. Events that belong to no case form a chain of the node that saw them.
 */
@NullMarked
package org.safehand.custody.chain;

import org.jspecify.annotations.NullMarked;
