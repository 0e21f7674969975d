/** What a regulation is: its provisions, sources, jurisdiction and the confidence with which each fact was read. */
@NullMarked
package io.citytwin.rules.regulation;

import org.jspecify.annotations.NullMarked;
