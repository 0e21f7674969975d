/**
 * The only package that sees Drools. Resolved rules become Drools' executable model directly: no DRL text is handed
 * over, no bytecode is made from a policy file, so there is nothing in it that could run.
 */
@NullMarked
package io.citytwin.rules.internal.drools;

import org.jspecify.annotations.NullMarked;
