package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.Optional;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonValue;

/**
 * What came of a command that was not refused. Immutable.
 *
 * @param status such as 200, 201, 204, 304
 * @param value what was read or created
 * @param headers {@code correlation-id}, {@code entity-revision}, {@code etag}, {@code content-type} and those of the
 *     command that are echoed
 */
public record Reply(HttpStatus status, Optional<JsonValue> value, DittoHeaders headers) {}
