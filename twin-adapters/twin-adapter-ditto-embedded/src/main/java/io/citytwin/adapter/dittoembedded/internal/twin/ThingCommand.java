package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;

/**
 * A command on a Thing or a part of it, whatever way it came. Immutable.
 *
 * @param thing which
 * @param action what to do
 * @param path the part, as Ditto's protocol writes it: {@code /}, {@code /policyId}, {@code /definition},
 *     {@code /attributes[/..]}, {@code /features[/id[/definition|/properties[/..]|/desiredProperties[/..]]]}
 * @param value new value or patch; empty for reading and deleting
 * @param fields what to read; empty for all
 * @param headers such as {@code condition}, {@code if-match}, {@code correlation-id}; custom ones travel with events
 */
public record ThingCommand(
        ThingId thing,
        Action action,
        JsonPointer path,
        Optional<JsonValue> value,
        Optional<JsonFieldSelector> fields,
        DittoHeaders headers) {}
