/**
 * Ask what the law says about a twin, and why. {@link io.citytwin.rules.RegulationEngine} takes inputs in, keeps levels,
 * and answers a {@link io.citytwin.rules.Question} with a {@link io.citytwin.rules.Decision}.
 */
@NullMarked
package io.citytwin.rules;

import org.jspecify.annotations.NullMarked;
