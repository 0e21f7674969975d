package io.citytwin.rules.internal.engine;

import java.time.Instant;

/**
 * Another law takes over. Safe for use by many threads.
 *
 * @param to the law
 * @param at from when on
 * @param over the last instant whose levels the law before decides
 * @param era how many laws took over so far
 */
record Turnover(Edition to, Instant at, Instant over, int era) {}
