/**
 * A custody report for people, made offline from an extract that was verified first. It says what
 * is recorded, what is withheld or lost, and where nothing is recorded that nothing is.
 */
@NullMarked
package org.safehand.cli.report;

import org.jspecify.annotations.NullMarked;
