/** How texts of agencies are cut into rows, rows read as values, and sources asked for news. */
@NullMarked
package io.citytwin.adapter.airquality.internal;

import org.jspecify.annotations.NullMarked;
