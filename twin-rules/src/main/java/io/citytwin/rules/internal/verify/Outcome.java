package io.citytwin.rules.internal.verify;

/**
 * What an expectation said and what came out. Immutable.
 *
 * @param asked what it is about
 * @param expected as case files write it
 * @param actual written the same way
 * @param explanation why, several lines
 * @param passed whether both are the same
 */
record Outcome(String asked, String expected, String actual, String explanation, boolean passed) {}
