/**
 * The SOAP endpoint over TLS 1.3 with certificates on both sides. It turns signed messages into
 * deliveries and refusals into signed faults, and decides nothing itself.
 */
@NullMarked
package org.safehand.agency.server;

import org.jspecify.annotations.NullMarked;
