/** The command that this module brings. Only here is picocli seen. */
@NullMarked
package io.citytwin.adapter.airquality.internal.cli;

import org.jspecify.annotations.NullMarked;
