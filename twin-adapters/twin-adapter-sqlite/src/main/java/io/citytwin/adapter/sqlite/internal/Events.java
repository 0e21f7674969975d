package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All events of a chain together. Immutable.
 *
 * @param opened months that got a key
 * @param erased months that were erased
 * @param forgot up to which number each stream was forgotten
 */
record Events(Set<Integer> opened, Set<Integer> erased, Map<String, Long> forgot) {

    static Events of(Connection connection) throws SQLException {
        Events events = new Events(new TreeSet<>(), new TreeSet<>(), new HashMap<>());
        try (PreparedStatement all = connection.prepareStatement("SELECT event FROM link WHERE event <> ''");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                Event event = Event.of(String.valueOf(rows.getString(1)));
                events.opened.addAll(event.opened());
                events.erased.addAll(event.erased());
                event.forgot().forEach(stream -> events.forgot.merge(stream, event.upTo(), Math::max));
            }
        }
        return events;
    }

    /** The months that have a place in the table of months. */
    Set<Integer> months() {
        Set<Integer> months = new TreeSet<>(opened);
        months.addAll(erased);
        return months;
    }
}
