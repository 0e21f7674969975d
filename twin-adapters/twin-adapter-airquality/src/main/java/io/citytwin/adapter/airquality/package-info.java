/**
 * Brings what agencies measure into a city. {@link io.citytwin.adapter.airquality.AirFeed} describes how an agency writes,
 * with presets for some of them; {@link io.citytwin.adapter.airquality.AirMapper} reads it so. {@link
 * io.citytwin.adapter.airquality.AirQualityAdapter} asks files and addresses again and again, set up by its builder or by
 * a file of settings; {@link io.citytwin.adapter.airquality.AirQualityArchive} reads recorded folders, whose files and
 * columns stand in {@code layouts.json}. A new agency is a new entry of data and not a new class. What makes no sense is
 * refused with the codes of {@link io.citytwin.adapter.airquality.AirError}.
 */
@NullMarked
package io.citytwin.adapter.airquality;

import org.jspecify.annotations.NullMarked;
