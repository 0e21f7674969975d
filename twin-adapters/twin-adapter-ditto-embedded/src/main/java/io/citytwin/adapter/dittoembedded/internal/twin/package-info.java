/** Things: commands on them, their events, their journal, and the twins of a graph as Things. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.twin;

import org.jspecify.annotations.NullMarked;
