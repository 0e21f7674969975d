package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an id is made of parts of a topic and of what a payload says, such as {@code milano:{lamp}} or {@code milano:{/id}}.
 * Immutable.
 */
public final class TwinTemplate {

    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_-]*");

    private final List<Piece> pieces;
    private final Set<String> names;
    private final Pattern backwards;

    /** Literal text, or a hole with its name or pointer. */
    private record Piece(String text, Optional<String> name, Optional<JsonPointer> pointer) {}

    private TwinTemplate(List<Piece> pieces, Set<String> names, Pattern backwards) {
        this.pieces = List.copyOf(pieces);
        this.names = Set.copyOf(names);
        this.backwards = backwards;
    }

    /**
     * Reads a template.
     *
     * @param text as above
     * @return empty if it cannot be read
     */
    public static Optional<TwinTemplate> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        StringBuilder backwards = new StringBuilder();
        Matcher hole = HOLE.matcher(text);
        int from = 0;
        while (hole.find()) {
            literal(text.substring(from, hole.start()), pieces, backwards);
            String inner = hole.group(1);
            if (inner.startsWith("/")) {
                pieces.add(new Piece("", Optional.empty(), Optional.of(JsonPointer.compile(inner))));
                backwards.append(".+");
            } else if (NAME.matcher(inner).matches() && names.add(inner)) {
                pieces.add(new Piece("", Optional.of(inner), Optional.empty()));
                backwards.append("(.+)");
            } else {
                return Optional.empty();
            }
            from = hole.end();
        }
        literal(text.substring(from), pieces, backwards);
        boolean broken = pieces.stream().anyMatch(piece -> piece.text().matches(".*[{}].*"));
        return broken || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new TwinTemplate(pieces, names, Pattern.compile(backwards.toString())));
    }

    private static void literal(String text, List<Piece> pieces, StringBuilder backwards) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, Optional.empty(), Optional.empty()));
            backwards.append(Pattern.quote(text));
        }
    }

    /**
     * The parts of a topic that it needs.
     *
     * @return names
     */
    public Set<String> names() {
        return names;
    }

    /**
     * Whether it needs a payload.
     *
     * @return true if a hole is a pointer
     */
    public boolean hasPointers() {
        return pieces.stream().anyMatch(piece -> piece.pointer().isPresent());
    }

    /**
     * Makes an id.
     *
     * @param parts of the topic
     * @param document the payload
     * @return empty if something that it needs is missing or no single word or number
     */
    public Optional<String> fill(Map<String, String> parts, JsonNode document) {
        StringBuilder id = new StringBuilder();
        for (Piece piece : pieces) {
            String text = piece.text();
            if (piece.name().isPresent()) {
                text = parts.getOrDefault(piece.name().get(), "");
            } else if (piece.pointer().isPresent()) {
                JsonNode found = document.at(piece.pointer().get());
                text = found.isTextual() || found.isIntegralNumber() ? found.asText() : "";
            }
            if (text.isEmpty()) {
                return Optional.empty();
            }
            id.append(text);
        }
        return Optional.of(id.toString());
    }

    /**
     * The parts that lead to an id.
     *
     * @param id such as it could have made
     * @return name to part; empty if it never makes this id
     */
    public Optional<Map<String, String>> parts(String id) {
        Matcher matcher = backwards.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        int group = 1;
        for (Piece piece : pieces) {
            if (piece.name().isPresent()) {
                parts.put(piece.name().get(), matcher.group(group++));
            }
        }
        return Optional.of(parts);
    }
}
