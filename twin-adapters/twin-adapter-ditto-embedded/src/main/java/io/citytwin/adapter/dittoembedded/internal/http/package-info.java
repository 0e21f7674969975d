/** The HTTP API and server-sent events. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.http;

import org.jspecify.annotations.NullMarked;
