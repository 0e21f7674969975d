/** Reads and runs cases: given twins and inputs, a question, and what must be answered. */
@NullMarked
package io.citytwin.rules.internal.verify;

import org.jspecify.annotations.NullMarked;
