/** What validators that we did not write say of our packages. */
@NullMarked
package org.safehand.packaging.validation;

import org.jspecify.annotations.NullMarked;
