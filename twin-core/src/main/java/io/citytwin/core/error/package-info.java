/** One exception for all of CityTwin: a stable code, one sentence with its values, one line of advice. */
@NullMarked
package io.citytwin.core.error;

import org.jspecify.annotations.NullMarked;
