/**
 * The API of cases and their custody, one resource for each noun of the contract in {@code
 * openapi.yaml}; those of other features stand in packages of their own. A resource turns a request
 * and the signed-in actor into a command, and the outcome into JSON; some also tell which agencies
 * are held back. Every resource goes through {@link org.safehand.web.rest.Asking}, which records
 * what is malformed as a denied attempt.
 */
@NullMarked
package org.safehand.web.rest;

import org.jspecify.annotations.NullMarked;
