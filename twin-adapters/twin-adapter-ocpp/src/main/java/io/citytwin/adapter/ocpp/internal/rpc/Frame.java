package io.citytwin.adapter.ocpp.internal.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One message of OCPP-J. Nobody writes into its payload. Immutable. */
public sealed interface Frame {

    /**
     * Asks for something. Immutable.
     *
     * @param id of the message
     * @param action what is asked
     * @param payload with what
     * @param text as it came
     */
    record Call(String id, String action, ObjectNode payload, String text) implements Frame {}

    /**
     * Answers. Immutable.
     *
     * @param id of the call
     * @param payload the answer
     */
    record Result(String id, ObjectNode payload) implements Frame {}

    /**
     * Answers that it does not work. Immutable.
     *
     * @param id of the call
     * @param code such as {@code NotImplemented}
     */
    record Failure(String id, String code) implements Frame {}

    /**
     * Cannot be read. Immutable.
     *
     * @param id of the call, if that much can be read
     * @param fault why
     */
    record Broken(Optional<String> id, CallFault fault) implements Frame {}
}
