/** The smallest program that asks a regulation a question. */
@NullMarked
package io.citytwin.examples.hello;

import org.jspecify.annotations.NullMarked;
