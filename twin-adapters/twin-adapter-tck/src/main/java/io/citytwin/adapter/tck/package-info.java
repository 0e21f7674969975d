/**
 * What every adapter must do, as JUnit tests. A test class implements the contracts that apply to its adapter and says how
 * the other side of it, its {@link io.citytwin.adapter.tck.Peer}, is started and played.
 */
@NullMarked
package io.citytwin.adapter.tck;

import org.jspecify.annotations.NullMarked;
