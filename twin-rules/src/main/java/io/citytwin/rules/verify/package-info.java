/**
 * Worked cases of regulation folders, run without any test framework: {@link io.citytwin.rules.verify.Cases} runs the
 * files in {@code cases/}, a {@link io.citytwin.rules.verify.CaseReport} says what was expected, what came out and why,
 * and which provisions no case covers from both sides.
 *
 * <p>A case file says what is given, what is asked, what must be answered, and variants that change one thing. Twins are
 * called {@code case:Type.name}. Daily values reach the city as they do in real life: a value of a day on the next
 * morning, a forecast on its own morning, an announcement on the day before it takes effect.
 *
 * <p>What can be said without running anything is said by {@link io.citytwin.rules.verify.FolderCheck}, and written down in
 * one {@link io.citytwin.rules.verify.ReportFormat}; {@link io.citytwin.rules.verify.GroupReads} says what the rules of a
 * provision tell apart.
 *
 * <p>{@link io.citytwin.rules.verify.LawIndex} tells what regulations there are: what applies where and when, and what of it
 * is not sure.
 */
@NullMarked
package io.citytwin.rules.verify;

import org.jspecify.annotations.NullMarked;
