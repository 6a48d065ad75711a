/** ASiC-E containers made by DSS of the European Commission. */
@NullMarked
package org.safehand.bench.dss;

import org.jspecify.annotations.NullMarked;
