package io.citytwin.adapter.ocpp.internal.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of an object that a station sent, each with what the protocol asks of it. What is wrong is a
 * {@link CallFault}. For one thread at a time.
 */
public final class Fields {

    private final ObjectNode node;
    private final String path;

    private Fields(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * The members of a payload.
     *
     * @param payload of a call
     * @return its members
     */
    public static Fields of(ObjectNode payload) {
        return new Fields(payload, "");
    }

    /**
     * Words that must be there.
     *
     * @param name of the member
     * @param longest so many signs are allowed
     * @return the words
     */
    public String text(String name, int longest) {
        return textOr(name, longest).orElseThrow(() -> missing(name));
    }

    /**
     * Words that may be there.
     *
     * @param name of the member
     * @param longest so many signs are allowed
     * @return empty if they are not there
     */
    public Optional<String> textOr(String name, int longest) {
        return find(name).map(value -> {
            if (!value.isTextual()) {
                throw fault(FaultKind.TYPE, name, "is no text");
            } else if (value.textValue().length() > longest) {
                throw fault(FaultKind.PROPERTY, name, "is longer than `" + longest + "` signs");
            }
            return value.textValue();
        });
    }

    /**
     * A whole number that must be there.
     *
     * @param name of the member
     * @return the number, not negative
     */
    public int count(String name) {
        return countOr(name).orElseThrow(() -> missing(name));
    }

    /**
     * A whole number that may be there.
     *
     * @param name of the member
     * @return the number, not negative; empty if it is not there
     */
    public Optional<Integer> countOr(String name) {
        return wholeOr(name).map(number -> {
            if (number < 0) {
                throw fault(FaultKind.PROPERTY, name, "is negative");
            }
            return number;
        });
    }

    /**
     * A whole number that must be there.
     *
     * @param name of the member
     * @return the number
     */
    public int whole(String name) {
        return wholeOr(name).orElseThrow(() -> missing(name));
    }

    /**
     * A whole number that may be there.
     *
     * @param name of the member
     * @return empty if it is not there
     */
    public Optional<Integer> wholeOr(String name) {
        return find(name).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw fault(FaultKind.TYPE, name, "is no whole number");
            }
            return value.intValue();
        });
    }

    /**
     * A number that must be there.
     *
     * @param name of the member
     * @return the number as it was written
     */
    public BigDecimal decimal(String name) {
        JsonNode value = find(name).orElseThrow(() -> missing(name));
        if (!value.isNumber()) {
            throw fault(FaultKind.TYPE, name, "is no number");
        }
        return value.decimalValue();
    }

    /**
     * A moment that must be there.
     *
     * @param name of the member
     * @return the moment
     */
    public Instant time(String name) {
        return timeOr(name).orElseThrow(() -> missing(name));
    }

    /**
     * A moment that may be there. One without an offset is none: whose clock it is would be a guess.
     *
     * @param name of the member
     * @return empty if it is not there
     */
    public Optional<Instant> timeOr(String name) {
        return textOr(name, 40).map(text -> {
            try {
                return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException none) {
                throw fault(FaultKind.TYPE, name, "is no date and time with an offset");
            }
        });
    }

    /**
     * An object that must be there.
     *
     * @param name of the member
     * @return its members
     */
    public Fields object(String name) {
        return objectOr(name).orElseThrow(() -> missing(name));
    }

    /**
     * An object that may be there.
     *
     * @param name of the member
     * @return empty if it is not there
     */
    public Optional<Fields> objectOr(String name) {
        return find(name).map(value -> inner(value, name));
    }

    /**
     * Objects that must be there.
     *
     * @param name of the member
     * @return at least one
     */
    public List<Fields> objects(String name) {
        List<Fields> all = objectsOr(name);
        if (all.isEmpty()) {
            throw missing(name);
        }
        return all;
    }

    /**
     * Objects that may be there.
     *
     * @param name of the member
     * @return empty if it is not there
     */
    public List<Fields> objectsOr(String name) {
        List<Fields> all = new ArrayList<>();
        find(name).ifPresent(list -> {
            if (!list.isArray()) {
                throw fault(FaultKind.TYPE, name, "is no list");
            }
            list.forEach(value -> all.add(inner(value, name)));
        });
        return all;
    }

    /**
     * A fault of a member.
     *
     * @param kind which
     * @param name of the member
     * @param problem what is wrong with it, without its value
     * @return to be thrown
     */
    public CallFault fault(FaultKind kind, String name, String problem) {
        return new CallFault(kind, "`" + path + name + "` " + problem + ".");
    }

    private Fields inner(JsonNode value, String name) {
        if (value instanceof ObjectNode object) {
            return new Fields(object, path + name + "/");
        }
        throw fault(FaultKind.TYPE, name, "is no object");
    }

    private CallFault missing(String name) {
        return fault(FaultKind.OCCURRENCE, name, "is missing");
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }
}
