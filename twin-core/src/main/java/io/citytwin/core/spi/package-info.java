/**
 * What others implement. Found by {@link java.util.ServiceLoader}: a {@link io.citytwin.core.spi.Tool} is a command of
 * the {@link io.citytwin.core.spi.ToolLauncher}, an {@link io.citytwin.core.spi.ErrorCatalog} explains error codes, an
 * {@link io.citytwin.core.spi.ObservationArchive} reads recorded observations, {@link io.citytwin.core.spi.JournalFiles}
 * read a journal in a file beside the city that writes it. Given to a city by hand: a
 * {@link io.citytwin.core.spi.DeviceAdapter} speaks with devices, a {@link io.citytwin.core.spi.Governor} decides what
 * they are asked, a {@link io.citytwin.core.spi.Journal} keeps what happened.
 */
@NullMarked
package io.citytwin.core.spi;

import org.jspecify.annotations.NullMarked;
