package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;

/** Has the last word on a write, and takes it over where the same is kept elsewhere. Safe for use by many threads. */
interface Consent {

    /** Everything may be written. */
    Consent ALWAYS = new Consent() {
        @Override
        public void check(Write write) {}

        @Override
        public void give(Write write) {}
    };

    /**
     * Looks at a write while its Thing is locked, and changes nothing.
     *
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException if it must not be
     */
    void check(Write write);

    /**
     * Takes a write over that was checked, before it reaches the journal. It must not write Things.
     *
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException if it cannot be after all
     */
    void give(Write write);

    /**
     * What is about to be written.
     *
     * @param thing whose
     * @param before the whole Thing; empty if it is new
     * @param after the whole Thing; empty if it is deleted
     * @param path the part that the command names
     * @param value that the command carries; empty if it deletes
     * @param subject who writes, as policies name it; empty if unknown
     * @param echo headers of a refusal
     */
    record Write(
            ThingId thing,
            Optional<JsonObject> before,
            Optional<JsonObject> after,
            JsonPointer path,
            Optional<JsonValue> value,
            Optional<String> subject,
            DittoHeaders echo) {}
}
