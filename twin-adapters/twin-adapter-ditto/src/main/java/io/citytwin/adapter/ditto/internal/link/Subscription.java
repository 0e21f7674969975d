package io.citytwin.adapter.ditto.internal.link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a session asks to be told. Immutable.
 *
 * @param events whether events are wanted
 * @param messages whether live messages are wanted
 * @param namespaces empty for all
 * @param filter RQL for events; empty for all
 * @param extraFields selector for events; empty for none
 */
public record Subscription(
        boolean events, boolean messages, Set<String> namespaces, String filter, String extraFields) {

    /** Copies the namespaces. */
    public Subscription {
        namespaces = Set.copyOf(namespaces);
    }

    /**
     * Everything in some namespaces.
     *
     * @param namespaces empty for all
     * @return events and messages
     */
    public static Subscription all(Set<String> namespaces) {
        return new Subscription(true, true, namespaces, "", "");
    }

    /**
     * Nothing: a session that only writes.
     *
     * @return neither events nor messages
     */
    public static Subscription none() {
        return new Subscription(false, false, Set.of(), "", "");
    }

    /** The frames to send, and the confirmation of each is its first word and {@code :ACK}. */
    List<String> frames() {
        List<String> frames = new ArrayList<>();
        if (events) {
            frames.add("START-SEND-EVENTS" + query(filter, extraFields));
        }
        if (messages) {
            frames.add("START-SEND-MESSAGES" + query("", ""));
        }
        return frames;
    }

    private String query(String rql, String extra) {
        List<String> parts = new ArrayList<>();
        add(parts, "namespaces", String.join(",", new TreeSet<>(namespaces)));
        add(parts, "filter", rql);
        add(parts, "extraFields", extra);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            // Ditto decodes like a URI: a plus sign would stay one.
            String coded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            parts.add(name + "=" + coded);
        }
    }
}
