package io.citytwin.rules.internal.engine;

/**
 * A law that is ready to be applied. Safe for use by many threads.
 *
 * @param hash names the law by all that its folders say
 * @param law its rules, compiled
 * @param scenes what its rules see
 * @param judge decides its levels
 */
record Edition(String hash, Law law, Scenes scenes, LevelJudge judge) {}
