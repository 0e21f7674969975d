/**
 * What others implement, found by {@link java.util.ServiceLoader}: a {@link io.citytwin.core.spi.Tool} is a command of
 * the {@link io.citytwin.core.spi.ToolLauncher}, an {@link io.citytwin.core.spi.ErrorCatalog} explains error codes, an
 * {@link io.citytwin.core.spi.ObservationArchive} reads recorded observations.
 */
@NullMarked
package io.citytwin.core.spi;

import org.jspecify.annotations.NullMarked;
