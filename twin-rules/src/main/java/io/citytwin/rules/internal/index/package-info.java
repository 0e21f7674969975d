/**
 * The index of regulations: {@link io.citytwin.rules.internal.index.Indexer} collects it from folders, the others write it
 * as text, JSON and a page. Its words are in {@code META-INF/citytwin/index_LANGUAGE.properties}.
 */
@NullMarked
package io.citytwin.rules.internal.index;

import org.jspecify.annotations.NullMarked;
