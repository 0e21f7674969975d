package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.base.model.headers.DittoHeaders;

/**
 * A command with what was found out about it.
 *
 * @param caller who asks
 * @param command what
 * @param part that its path leads to
 * @param echo headers that come back
 */
record Ask(Caller caller, ThingCommand command, Part part, DittoHeaders echo) {

    static Ask of(Caller caller, ThingCommand command) {
        DittoHeaders echo = Echo.of(caller, command.headers());
        Echo.refuseUnsupported(command.headers(), echo);
        return new Ask(caller, command, Part.of(command.thing(), command.path(), echo), echo);
    }
}
