/** The error codes of regulation folders and of the engine. */
@NullMarked
package io.citytwin.rules.error;

import org.jspecify.annotations.NullMarked;
