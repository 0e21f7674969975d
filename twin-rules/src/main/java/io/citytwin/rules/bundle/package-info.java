/** Regulation folders, read whole: every problem at once, each with its place and advice. */
@NullMarked
package io.citytwin.rules.bundle;

import org.jspecify.annotations.NullMarked;
