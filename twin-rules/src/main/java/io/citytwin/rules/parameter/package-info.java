/** Dated values and tables of law, and what of them was in force on a day as published by another. */
@NullMarked
package io.citytwin.rules.parameter;

import org.jspecify.annotations.NullMarked;
