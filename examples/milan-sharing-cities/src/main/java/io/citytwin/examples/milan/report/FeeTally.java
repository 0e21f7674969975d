package io.citytwin.examples.milan.report;

import io.citytwin.core.model.Quantity;

/**
 * What a provision asked for passages. Immutable.
 *
 * @param provision its id
 * @param title of the provision
 * @param source of the provision
 * @param passages that it applied to
 * @param total in EUR
 */
public record FeeTally(String provision, String title, String source, long passages, Quantity total) {}
