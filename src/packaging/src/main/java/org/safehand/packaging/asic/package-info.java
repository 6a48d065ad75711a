/**
 * ASiC-E (ETSI EN 319 162-1): a container with a manifest of all its entries and a seal over that
 * manifest. The package and the case file inside it are both such containers.
 */
@NullMarked
package org.safehand.packaging.asic;

import org.jspecify.annotations.NullMarked;
