package io.citytwin.adapter.dittoembedded.internal.search;

import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;

/** Reads RQL. Safe for use by many threads. */
public interface Rql {

    /**
     * A condition on the JSON of a Thing.
     *
     * @param text such as {@code and(gt(features/state/properties/power,5),exists(attributes/place))}
     * @param headers for the refusal
     * @return safe for use by many threads
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException {@code rql.expression.invalid}
     */
    Predicate<JsonObject> condition(String text, DittoHeaders headers);

    /**
     * What a condition asks about.
     *
     * @param text as above
     * @param headers for the refusal
     * @return the fields that it names, such as {@code /attributes/place}
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException {@code rql.expression.invalid}
     */
    Set<JsonPointer> fields(String text, DittoHeaders headers);
}
