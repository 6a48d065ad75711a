/**
 * The API, one resource for each noun of the contract in {@code openapi.yaml}. A resource turns a
 * request and the signed-in actor into a command, and the outcome into JSON; nothing else.
 */
@NullMarked
package org.safehand.web.rest;

import org.jspecify.annotations.NullMarked;
