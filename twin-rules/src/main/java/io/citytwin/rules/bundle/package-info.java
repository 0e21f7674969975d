/**
 * Regulation folders, read whole: every problem at once, each with its place and advice. A
 * {@link io.citytwin.rules.bundle.NewFolder} is one to start from.
 */
@NullMarked
package io.citytwin.rules.bundle;

import org.jspecify.annotations.NullMarked;
