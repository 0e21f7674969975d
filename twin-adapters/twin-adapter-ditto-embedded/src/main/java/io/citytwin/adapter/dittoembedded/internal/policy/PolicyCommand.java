package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;

/**
 * A command on a policy or a part of it. Immutable.
 *
 * @param policy which
 * @param action what to do
 * @param path {@code /}, {@code /entries[/label[/subjects[/id]|/resources[/key]]]}, {@code /imports[/id]}
 * @param value new value; empty for reading and deleting
 * @param fields what to read; empty for all
 * @param headers such as {@code if-match}, {@code correlation-id}
 */
public record PolicyCommand(
        PolicyId policy,
        Action action,
        JsonPointer path,
        Optional<JsonValue> value,
        Optional<JsonFieldSelector> fields,
        DittoHeaders headers) {}
