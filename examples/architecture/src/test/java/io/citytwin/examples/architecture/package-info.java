/** Keeps the promises that packages make to each other, and proves that each promise is really watched. */
@NullMarked
package io.citytwin.examples.architecture;

import org.jspecify.annotations.NullMarked;
