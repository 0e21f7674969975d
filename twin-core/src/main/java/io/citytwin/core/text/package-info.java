/** Text as files hold it: {@link io.citytwin.core.text.CsvLine} cuts a row of a table into its cells. */
@NullMarked
package io.citytwin.core.text;

import org.jspecify.annotations.NullMarked;
