package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of streams and marks, each written once. For one thread at a time. */
final class Names {

    private final Connection connection;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    Names(Connection connection) {
        this.connection = connection;
    }

    /** Reads what the file has, and nothing else. */
    void load() throws SQLException {
        ids.clear();
        names.clear();
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, text FROM name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keep(rows.getInt(1), Text.of(Sql.bytes(rows, 2)));
            }
        }
    }

    int idOrNew(String name) throws SQLException {
        Integer known = ids.get(name);
        if (known != null) {
            return known;
        }
        int id = ids.size() + 1;
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO name (id, text) VALUES (?, ?)")) {
            statement.setInt(1, id);
            statement.setBytes(2, Text.bytes(name));
            statement.executeUpdate();
        }
        keep(id, name);
        return id;
    }

    /** The id of a name that somebody may have written since; null if nobody did. */
    @Nullable
    Integer id(String name) throws SQLException {
        if (!ids.containsKey(name)) {
            load();
        }
        return ids.get(name);
    }

    /** The name of an id that somebody may have written since; null if nobody did. */
    @Nullable
    String name(int id) throws SQLException {
        if (!names.containsKey(id)) {
            load();
        }
        return names.get(id);
    }

    private void keep(int id, String name) {
        ids.put(name, id);
        names.put(id, name);
    }
}
