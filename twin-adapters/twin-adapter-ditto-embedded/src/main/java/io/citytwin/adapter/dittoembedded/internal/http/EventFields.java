package io.citytwin.adapter.dittoembedded.internal.http;

import java.util.Optional;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonPointer;

/**
 * What a stream tells of an event. Immutable.
 *
 * @param fields of the changed Thing; empty for all
 * @param extra fields that are added whether they changed or not
 * @param part whose value alone is told; the empty pointer for a partial Thing
 */
record EventFields(Optional<JsonFieldSelector> fields, Optional<JsonFieldSelector> extra, JsonPointer part) {}
