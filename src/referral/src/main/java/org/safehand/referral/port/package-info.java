/**
 * What the use cases need from outside: storage, keys, time-stamps, the custody log, the endpoint
 * registry. Each port has a contract test that the in-memory fake and the real adapter both run.
 */
@NullMarked
package org.safehand.referral.port;

import org.jspecify.annotations.NullMarked;
