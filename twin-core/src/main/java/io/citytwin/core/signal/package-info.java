/** What flows through the city: inputs that can change an outcome. Sealed, so that a switch over them is complete. */
@NullMarked
package io.citytwin.core.signal;

import org.jspecify.annotations.NullMarked;
