/** The command {@code citytwin ditto serve}. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.cli;

import org.jspecify.annotations.NullMarked;
