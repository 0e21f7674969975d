package io.citytwin.adapter.sqlite;

import java.time.Duration;

/**
 * What a journal has written since it was opened, and how long callers waited. Immutable.
 *
 * @param entries how many were added
 * @param bytes of their keys and payloads, as they lie in the file
 * @param commits how many appends changed the file
 * @param lastCommit how long the newest append took, until it was durable; zero before the first
 * @param slowCommit what 99 of 100 among the newest 1000 appends did not exceed; zero before the first
 */
public record JournalStatistics(long entries, long bytes, long commits, Duration lastCommit, Duration slowCommit) {}
