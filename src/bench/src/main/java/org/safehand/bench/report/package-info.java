/** The two forms of a report: a table for people, tab-separated lines for programs. */
@NullMarked
package org.safehand.bench.report;

import org.jspecify.annotations.NullMarked;
