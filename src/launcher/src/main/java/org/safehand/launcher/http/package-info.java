/**
 * HTTPS clients that trust the development root and nothing else. Redirects are never followed
 * unseen.
 */
@NullMarked
package org.safehand.launcher.http;

import org.jspecify.annotations.NullMarked;
