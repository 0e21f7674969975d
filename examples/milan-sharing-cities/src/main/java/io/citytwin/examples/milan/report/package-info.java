/**
 * A winter as text and as one HTML file. {@link io.citytwin.examples.milan.report.CityReport} holds all that is shown of
 * a city, {@link io.citytwin.examples.milan.report.Winter} its levels;
 * {@link io.citytwin.examples.milan.report.CityText} and {@link io.citytwin.examples.milan.report.CityPage} write
 * them. The package knows no engine: whoever fills the records can print them.
 */
@NullMarked
package io.citytwin.examples.milan.report;

import org.jspecify.annotations.NullMarked;
