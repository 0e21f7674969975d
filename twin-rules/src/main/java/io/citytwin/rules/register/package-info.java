/** All that a regulation remembers or is told: inputs, day indicators, runs of days and levels. */
@NullMarked
package io.citytwin.rules.register;

import org.jspecify.annotations.NullMarked;
