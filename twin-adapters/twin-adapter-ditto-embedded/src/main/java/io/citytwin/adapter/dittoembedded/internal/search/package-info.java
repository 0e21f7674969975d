/** RQL: conditions, filters and search. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.search;

import org.jspecify.annotations.NullMarked;
