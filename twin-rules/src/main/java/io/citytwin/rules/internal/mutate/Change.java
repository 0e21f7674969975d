package io.citytwin.rules.internal.mutate;

/**
 * Another text for a value. Immutable.
 *
 * @param now the other text
 * @param lacks what no case does if none notices
 */
record Change(String now, String lacks) {}
