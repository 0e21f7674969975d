/** The rule grammar: a syntax tree of its own, every name resolved before an engine sees a rule. */
@NullMarked
package io.citytwin.rules.internal.grammar;

import org.jspecify.annotations.NullMarked;
