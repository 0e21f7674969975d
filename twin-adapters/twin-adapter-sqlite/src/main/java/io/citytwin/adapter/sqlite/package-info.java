/**
 * The durable journal: one SQLite file. {@link io.citytwin.adapter.sqlite.SqliteJournal} is the way in; what is appended
 * outlives the process and a cut of power, personal entries are readable only until their month is erased, and a hash chain
 * shows what was changed behind the journal's back. {@link io.citytwin.adapter.sqlite.JournalStatistics} say how fast it
 * writes; what can go wrong has the codes of {@link io.citytwin.adapter.sqlite.JournalError}.
 */
@NullMarked
package io.citytwin.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
