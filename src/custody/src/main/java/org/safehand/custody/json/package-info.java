/**
 * JSON in exactly one spelling: RFC 8785 (JCS) narrowed to objects, arrays, strings, booleans and
 * integers below 2^53. What is hashed or signed is written and read here; a float, a null, a
 * repeated name or any other spelling is refused.
 */
@NullMarked
package org.safehand.custody.json;

import org.jspecify.annotations.NullMarked;
