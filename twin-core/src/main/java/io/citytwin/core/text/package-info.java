/**
 * Text as files hold it: {@link io.citytwin.core.text.CsvLine} cuts a row of a table into its cells,
 * {@link io.citytwin.core.text.Markup} writes HTML and SVG in which no text becomes markup,
 * {@link io.citytwin.core.text.HtmlPage} what pages begin and end with, and {@link io.citytwin.core.text.PlainWriter} writes
 * for terminals, which no text can command.
 */
@NullMarked
package io.citytwin.core.text;

import org.jspecify.annotations.NullMarked;
