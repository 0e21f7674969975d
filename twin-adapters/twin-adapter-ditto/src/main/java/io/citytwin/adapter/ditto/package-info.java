/** Keeps a {@link io.citytwin.core.graph.TwinGraph} and an Eclipse Ditto in step: {@link io.citytwin.adapter.ditto.DittoAdapter}. */
@NullMarked
package io.citytwin.adapter.ditto;

import org.jspecify.annotations.NullMarked;
