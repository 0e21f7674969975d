/**
 * Replays recorded air through one or two versions of a regulation.
 *
 * <p>{@link io.citytwin.rules.internal.backtest.Replay} feeds an engine and reads its levels. A
 * {@link io.citytwin.rules.internal.backtest.Crowd} puts twins that no rule can tell apart into one class, so that
 * {@link io.citytwin.rules.internal.backtest.VersionReplay} asks once for all of them.
 * {@link io.citytwin.rules.internal.backtest.Comparing} finds where two versions part and why. One set of
 * {@link io.citytwin.rules.internal.backtest.Tables} is written as text and as a page with pictures.
 */
@NullMarked
package io.citytwin.rules.internal.backtest;

import org.jspecify.annotations.NullMarked;
