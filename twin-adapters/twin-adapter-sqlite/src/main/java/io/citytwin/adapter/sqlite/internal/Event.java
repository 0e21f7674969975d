package io.citytwin.adapter.sqlite.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a link tells besides entries and marks: months that got a key, a month that was erased, streams that were forgotten up
 * to a number. So nobody can let entries vanish and call it retention. Immutable.
 *
 * @param opened months, such as 202611
 * @param erased months, such as 202611
 * @param forgot streams
 * @param upTo number of the last entry that was forgotten
 */
record Event(Set<Integer> opened, Set<Integer> erased, Set<String> forgot, long upTo) {

    static final Event NONE = new Event(Set.of(), Set.of(), Set.of(), 0);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static Event opened(Collection<Integer> months) {
        return new Event(new TreeSet<>(months), Set.of(), Set.of(), 0);
    }

    static Event erased(int month) {
        return new Event(Set.of(), Set.of(month), Set.of(), 0);
    }

    static Event forgot(SortedSet<String> streams, long upTo) {
        return new Event(Set.of(), Set.of(), streams, upTo);
    }

    /** Text for the table; empty if there is nothing to tell. */
    String text() {
        ObjectNode json = JSON.createObjectNode();
        if (!opened.isEmpty()) {
            opened.forEach(json.putArray("opened")::add);
        }
        if (!erased.isEmpty()) {
            erased.forEach(json.putArray("erased")::add);
        }
        if (!forgot.isEmpty()) {
            forgot.forEach(json.putArray("forgot")::add);
            json.put("upTo", upTo);
        }
        try {
            return json.isEmpty() ? "" : JSON.writeValueAsString(json);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never); // it is a tree of plain values
        }
    }

    /** What {@link #text} wrote; {@link #NONE} for anything else, which the hash of its link shows. */
    static Event of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        try {
            JsonNode json = JSON.readTree(text);
            return new Event(
                    months(json.path("opened")),
                    months(json.path("erased")),
                    names(json.path("forgot")),
                    json.path("upTo").asLong());
        } catch (JsonProcessingException changed) {
            return NONE;
        }
    }

    private static Set<Integer> months(JsonNode array) {
        Set<Integer> months = new HashSet<>();
        array.forEach(month -> months.add(month.asInt()));
        return months;
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new HashSet<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
