/** How values are written as JSON for a journal, and read again. */
@NullMarked
package io.citytwin.core.internal.json;

import org.jspecify.annotations.NullMarked;
