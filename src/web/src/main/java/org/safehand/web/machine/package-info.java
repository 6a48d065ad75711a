/**
 * The machine door: what tells it from the people's, and whether the certificate that is shown
 * there is one that an agency registered and nobody revoked. It has no way out: what is revoked is
 * read from the folder of lists that the exchange face keeps.
 */
@NullMarked
package org.safehand.web.machine;

import org.jspecify.annotations.NullMarked;
