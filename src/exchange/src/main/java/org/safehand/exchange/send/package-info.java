/**
 * The SOAP channel to agencies: one signed message a call, the package streamed beside it from the
 * vault. Every way a call can end is one of the {@link org.safehand.exchange.send.Answer}s.
 */
@NullMarked
package org.safehand.exchange.send;

import org.jspecify.annotations.NullMarked;
