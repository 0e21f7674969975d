/** Who may see and change what. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.policy;

import org.jspecify.annotations.NullMarked;
