/**
 * How a journal lies in its file. {@code Schema} makes the tables and brings older files up to date, {@code Writer} adds,
 * forgets and erases in transactions that each end with a {@code Link} of the hash chain, {@code Reader} replays on a
 * connection of its own, {@code Verification} recomputes the chain. Personal rows are sealed by a {@code MonthKey}.
 */
@NullMarked
package io.citytwin.adapter.sqlite.internal;

import org.jspecify.annotations.NullMarked;
