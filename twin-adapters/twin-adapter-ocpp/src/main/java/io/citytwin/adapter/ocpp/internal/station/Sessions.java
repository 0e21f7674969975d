package io.citytwin.adapter.ocpp.internal.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that go on, and a few that ended lately: a station names a session's place only when it begins. Those that
 * go on outlive a restart. Safe for use by many threads.
 */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int MOST_OF_STATION = 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Map<String, Session>> all = new HashMap<>();
    private @Nullable String written;

    /**
     * A session. Immutable.
     *
     * @param id its name, without any person
     * @param number of the plug
     * @param cable of the plug
     * @param begun since when
     * @param first what the meter showed then, in kWh
     * @param ended whether it is over
     */
    public record Session(String id, int number, int cable, Instant begun, Optional<BigDecimal> first, boolean ended) {}

    /**
     * A session of a station.
     *
     * @param identity of the station
     * @param id of the session
     * @return empty if nobody knows of it any more
     */
    public synchronized Optional<Session> find(String identity, String id) {
        return Optional.ofNullable(of(identity).get(id));
    }

    /**
     * The session that goes on at a place.
     *
     * @param identity of the station
     * @param number of the plug
     * @return the newest; empty if none goes on
     */
    public synchronized Optional<Session> running(String identity, int number) {
        return of(identity).values().stream()
                .filter(session -> session.number() == number && !session.ended())
                .reduce((older, newer) -> newer);
    }

    /**
     * Takes a session down.
     *
     * @param identity of the station
     * @param session as it is now
     */
    public synchronized void put(String identity, Session session) {
        Map<String, Session> sessions = all.computeIfAbsent(identity, station -> new LinkedHashMap<>());
        sessions.put(session.id(), session);
        if (sessions.size() > MOST_OF_STATION) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        written = null;
    }

    private Map<String, Session> of(String identity) {
        return all.getOrDefault(identity, Map.of());
    }

    /**
     * All that go on, for the next run.
     *
     * @return text for {@link #restore}
     */
    public synchronized String write() {
        String now = written;
        if (now == null) {
            ArrayNode list = JSON.createArrayNode();
            all.forEach((identity, sessions) -> sessions.values().stream()
                    .filter(session -> !session.ended())
                    .forEach(session -> write(list.addArray().add(identity), session)));
            now = list.toString();
            written = now;
        }
        return now;
    }

    private static void write(ArrayNode row, Session session) {
        row.add(session.id())
                .add(session.number())
                .add(session.cable())
                .add(session.begun().toString());
        session.first().ifPresent(first -> row.add(first.toPlainString()));
    }

    /**
     * Takes up what went on in the last run.
     *
     * @param text from {@link #write}
     */
    public void restore(String text) {
        try {
            for (JsonNode row : JSON.readTree(text)) {
                Optional<BigDecimal> first =
                        row.has(5) ? Optional.of(new BigDecimal(row.path(5).asText())) : Optional.empty();
                Instant begun = Instant.parse(row.path(4).asText());
                put(
                        row.path(0).asText(),
                        new Session(
                                row.path(1).asText(),
                                row.path(2).asInt(),
                                row.path(3).asInt(),
                                begun,
                                first,
                                false));
            }
        } catch (JsonProcessingException | RuntimeException other) {
            LOG.warn("The sessions of the last run cannot be read: what ends of them now has no place.");
        }
    }
}
