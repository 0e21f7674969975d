/** The one place that knows Ditto's client and its HTTP API. */
@NullMarked
package io.citytwin.adapter.ditto.internal.link;

import org.jspecify.annotations.NullMarked;
