/** The command that reads a file of adapters. */
@NullMarked
package io.citytwin.adapter.config.internal.cli;

import org.jspecify.annotations.NullMarked;
