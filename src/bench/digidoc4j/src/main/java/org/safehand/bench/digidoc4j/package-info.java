/** ASiC-E containers made by digidoc4j, the library of the Estonian identity card. */
@NullMarked
package org.safehand.bench.digidoc4j;

import org.jspecify.annotations.NullMarked;
