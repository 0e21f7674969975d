/**
 * The commands of a journal, which only read: {@code journal verify}, {@code journal export} and {@code journal stats}. They
 * may run beside a city that writes.
 */
@NullMarked
package io.citytwin.adapter.sqlite.internal.cli;

import org.jspecify.annotations.NullMarked;
