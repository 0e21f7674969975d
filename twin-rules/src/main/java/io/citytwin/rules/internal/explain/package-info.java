/**
 * Works out why, why not and what would flip, and writes it: {@code FlipFinder} asks the engine again with one cell
 * changed, {@code TurnFinder} at other moments, {@code LevelFlips} lets days pass. What they find is data first; text,
 * JSON, graphs and sentences for citizens are written from that data only.
 */
@NullMarked
package io.citytwin.rules.internal.explain;

import org.jspecify.annotations.NullMarked;
