/** Regulation folders, read whole: every problem at once, each with its place and advice; and what editors need to help with them. */
@NullMarked
package io.citytwin.rules.bundle;

import org.jspecify.annotations.NullMarked;
