/** How a file of adapters is read; nobody outside this module uses it. */
@NullMarked
package io.citytwin.adapter.config.internal;

import org.jspecify.annotations.NullMarked;
