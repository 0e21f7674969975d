/** W3C WoT Thing Models out of asset types. */
@NullMarked
package io.citytwin.adapter.ditto.internal.model;

import org.jspecify.annotations.NullMarked;
