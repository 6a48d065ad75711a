/**
 * The container: ZIP with stored entries only, in exactly one encoding. The reader encodes again
 * what it understood and refuses the file unless every byte comes out the same.
 */
@NullMarked
package org.safehand.packaging.zip;

import org.jspecify.annotations.NullMarked;
