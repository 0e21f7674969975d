/**
 * What can be wrong with a folder that loads: one small {@link io.citytwin.rules.internal.check.Check} for each kind of
 * problem, all run by {@link io.citytwin.rules.internal.check.Checks}.
 *
 * <p>Whether a rule can fire is asked law by law: {@link io.citytwin.rules.internal.check.LawSlice} is one state of all
 * dated values, a {@link io.citytwin.rules.internal.check.World} puts it and one row of each table into the rule, and
 * {@link io.citytwin.rules.internal.check.Domains} looks whether what is left contradicts itself. It never says so
 * wrongly; above a bound, or where it cannot tell, nothing is reported.
 */
@NullMarked
package io.citytwin.rules.internal.check;

import org.jspecify.annotations.NullMarked;
