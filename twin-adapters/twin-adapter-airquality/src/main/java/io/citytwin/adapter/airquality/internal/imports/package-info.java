/** How files of cities and agencies become inventory files, which a mapping describes. */
@NullMarked
package io.citytwin.adapter.airquality.internal.imports;

import org.jspecify.annotations.NullMarked;
