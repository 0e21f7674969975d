/** What the calls of the two versions mean. */
@NullMarked
package io.citytwin.adapter.ocpp.internal.dialect;

import org.jspecify.annotations.NullMarked;
