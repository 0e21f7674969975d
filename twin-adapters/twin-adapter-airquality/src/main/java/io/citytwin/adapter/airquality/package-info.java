/**
 * Reads the files of air quality agencies into twins and observations. {@link
 * io.citytwin.adapter.airquality.AirQualityArchive} is the way in; which file and which column hold what stands in
 * {@code layouts.json}, so a new agency is a new entry there and not a new class. Rows that make no sense are refused
 * with the codes of {@link io.citytwin.adapter.airquality.AirError}.
 */
@NullMarked
package io.citytwin.adapter.airquality;

import org.jspecify.annotations.NullMarked;
