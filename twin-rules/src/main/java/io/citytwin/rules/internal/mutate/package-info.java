/**
 * Changes a regulation folder in many small ways and looks whether a case notices. {@link
 * io.citytwin.rules.internal.mutate.Source} finds what stands at a place of a file, the {@code *Edits} say in which ways
 * it can be changed, and {@link io.citytwin.rules.internal.mutate.MutationRun} reads the folder again with each change,
 * runs the cases on it, and asks for a proof where none fails.
 */
@NullMarked
package io.citytwin.rules.internal.mutate;

import org.jspecify.annotations.NullMarked;
