/**
 * The receiving side. {@link org.safehand.packaging.open.PackageVerifier} checks a package with a
 * trust folder alone; {@link org.safehand.packaging.open.PackageOpener} checks more with the
 * recipient's key, and leaves decrypted exhibits behind only if everything held.
 */
@NullMarked
package org.safehand.packaging.open;

import org.jspecify.annotations.NullMarked;
