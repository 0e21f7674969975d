/** A city that runs every part of the library together. */
@NullMarked
package io.citytwin.examples.milan;

import org.jspecify.annotations.NullMarked;
