/** ID tokens as the provider signs them, and forged in one place each. */
@NullMarked
package org.safehand.web.provider;

import org.jspecify.annotations.NullMarked;
