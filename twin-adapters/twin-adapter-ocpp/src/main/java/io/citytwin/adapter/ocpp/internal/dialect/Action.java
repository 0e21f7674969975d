package io.citytwin.adapter.ocpp.internal.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ocpp.internal.rpc.Fields;
import java.util.function.BiFunction;

/**
 * What a station can ask. Immutable.
 *
 * @param reports whether it tells something, and is answered only when that is kept
 * @param answering makes the answer
 */
public record Action(boolean reports, BiFunction<Fields, Telling, ObjectNode> answering) {

    static Action asking(BiFunction<Fields, Telling, ObjectNode> answering) {
        return new Action(false, answering);
    }

    static Action telling(BiFunction<Fields, Telling, ObjectNode> answering) {
        return new Action(true, answering);
    }
}
