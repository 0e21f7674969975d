/**
 * Compares two versions of regulations in terms of law. {@link io.citytwin.rules.internal.diff.Comparison} starts; each
 * part of a folder has a comparison of its own, which notes what differs in a
 * {@link io.citytwin.rules.internal.diff.Notebook}.
 */
@NullMarked
package io.citytwin.rules.internal.diff;

import org.jspecify.annotations.NullMarked;
