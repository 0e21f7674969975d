/**
 * Measures engines that keep the findings of a city up to date: the library, Drools with the same rules, naive and well
 * tuned, and the same law written by hand. A finding is what {@link io.citytwin.rules.RegulationEngine#findings} says is
 * certain; a test holds every engine to it, and hashes hold each run to the others.
 *
 * <p>Eight shipped folders are applied, with all their rules about the kinds of twins in the city. Levels are told and not
 * decided, so rules that name a level do nothing here. Folders about gates, counters, budgets and indicators are left out:
 * they keep registers, which is another measurement. Everything that rules read is known of every twin; what of the law
 * was not read makes a provision silent, in all engines.
 *
 * <p>{@code city} is what happens, {@code law} what all engines read, {@code ours}, {@code drools} and {@code hand} are
 * the engines, and {@code measure} runs each in machines of its own.
 */
@NullMarked
package io.citytwin.examples.benchmark;

import org.jspecify.annotations.NullMarked;
