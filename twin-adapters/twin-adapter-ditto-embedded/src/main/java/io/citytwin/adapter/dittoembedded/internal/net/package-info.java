/** Sockets, logins and limits. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.net;

import org.jspecify.annotations.NullMarked;
