/** What is shown, of objects in one state or another. */
@NullMarked
package org.safehand.web.view;

import org.jspecify.annotations.NullMarked;
