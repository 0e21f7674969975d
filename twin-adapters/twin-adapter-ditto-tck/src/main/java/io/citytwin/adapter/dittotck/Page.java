package io.citytwin.adapter.dittotck;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.dittotck.internal.Reply;
import java.util.List;
import java.util.stream.StreamSupport;

/** One page of an answer to a search. */
record Page(JsonNode json) {

    static Page of(Reply reply) {
        return new Page(reply.is(200).value());
    }

    List<Integer> numbers() {
        return numbers(json.path("items"));
    }

    static List<Integer> numbers(Reply next) {
        return numbers(next.value().path("items"));
    }

    private static List<Integer> numbers(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("attributes").path("n").asInt())
                .toList();
    }
}
