package io.citytwin.adapter.sqlite.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.spi.Journal.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Writes entries as lines of JSON, as they were at one moment, whoever writes meanwhile. For one thread at a time. */
public final class Export {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Path file;
    private final Months months;
    private final boolean personal;

    /**
     * An export that writes nothing yet.
     *
     * @param file of the journal
     * @param months keys for what is personal; where a key is missing, an entry is not told from one that was erased
     * @param personal whether to write what personal entries say
     */
    public Export(Path file, Months months, boolean personal) {
        this.file = file;
        this.months = months;
        this.personal = personal;
    }

    /**
     * Writes entries in their order.
     *
     * @param stream of which; of all if empty
     * @param after number of the last entry not to write
     * @param lines takes each line, plain ASCII without its end
     */
    public void write(Optional<String> stream, long after, Consumer<String> lines) {
        try (Connection connection = Database.reading(file)) {
            Transaction.execute(connection, "BEGIN");
            Set<Integer> erased = Events.of(connection).erased();
            Names names = new Names(connection);
            names.load();
            try (EntryCursor cursor = new EntryCursor(connection, names, after)) {
                for (; cursor.number() < Long.MAX_VALUE; cursor.next()) {
                    Row row = cursor.row().orElse(null);
                    if (row == null) {
                        throw Failures.damaged(file, "entry " + cursor.number() + " has no stream", null);
                    }
                    if (stream.map(row.stream::equals).orElse(true)) {
                        lines.accept(line(row, erased));
                    }
                }
            }
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        }
    }

    private String line(Row row, Set<Integer> erased) {
        ObjectNode json = JSON.createObjectNode().put("number", row.number).put("stream", row.stream);
        Optional<MonthKey> key = row.isPersonal() ? months.find(row.month) : Optional.empty();
        if (row.isPersonal() && isErased(row, key, erased)) {
            json.put("erased", true);
        } else if (row.isPersonal() && !personal) {
            json.put("personal", true);
        } else {
            put(json, row.isPersonal() ? Sealing.entry(row, key.orElseThrow()) : Sealing.entry(row));
        }
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never); // it is a tree of plain values
        }
    }

    private boolean isErased(Row row, Optional<MonthKey> key, Set<Integer> erased) {
        return row.payload.length == 0 || erased.contains(row.month) || key.isEmpty() && months.isFolder();
    }

    private static void put(ObjectNode json, Entry entry) {
        json.put("key", entry.key()).put("schema", entry.schema()).put("payload", entry.payload());
        entry.personal().ifPresent(moment -> json.put("personal", moment.toString()));
    }
}
