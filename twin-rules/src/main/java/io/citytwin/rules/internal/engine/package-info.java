/** The engine: facts from twins and law, F with its completions, levels folded from the journal, decisions. */
@NullMarked
package io.citytwin.rules.internal.engine;

import org.jspecify.annotations.NullMarked;
