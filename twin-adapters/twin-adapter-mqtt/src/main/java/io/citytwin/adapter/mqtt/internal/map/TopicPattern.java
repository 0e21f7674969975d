package io.citytwin.adapter.mqtt.internal.map;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A topic some of whose levels have names, such as {@code city/lamps/{lamp}/state}. Levels may also be {@code +}, the last
 * one {@code #}. Immutable.
 */
public final class TopicPattern {

    private static final Splitter LEVELS = Splitter.on('/');
    private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z0-9_-]*)}");
    private static final Pattern PLAIN = Pattern.compile("[^{}+#\\x00]*");
    private static final int LONGEST = 1_000;

    private final List<String> levels;
    private final Set<String> names;

    private TopicPattern(List<String> levels, Set<String> names) {
        this.levels = List.copyOf(levels);
        this.names = Set.copyOf(names);
    }

    /**
     * Reads a pattern.
     *
     * @param text as above
     * @return empty if a level is neither plain, named nor a wildcard, or a name comes twice
     */
    public static Optional<TopicPattern> of(String text) {
        List<String> levels = LEVELS.splitToList(text);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            boolean wild = level.equals("+") || (level.equals("#") && i == levels.size() - 1);
            boolean named = NAMED.matcher(level).matches();
            if ((!wild && !named && !PLAIN.matcher(level).matches()) || (named && !names.add(inner(level)))) {
                return Optional.empty();
            }
        }
        return text.isEmpty() || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new TopicPattern(levels, names));
    }

    private static String inner(String level) {
        return level.substring(1, level.length() - 1);
    }

    /**
     * What is subscribed to.
     *
     * @return each named level as {@code +}
     */
    public String filter() {
        return levels.stream().map(level -> isNamed(level) ? "+" : level).collect(Collectors.joining("/"));
    }

    private static boolean isNamed(String level) {
        return level.startsWith("{");
    }

    /**
     * The names.
     *
     * @return of all levels that have one
     */
    public Set<String> names() {
        return names;
    }

    /**
     * Whether something can be sent to it.
     *
     * @return false if a level is a wildcard
     */
    public boolean isTopic() {
        return levels.stream().noneMatch(level -> level.equals("+") || level.equals("#"));
    }

    /**
     * Looks at a topic.
     *
     * @param topic of a message
     * @return name to level; empty if the topic has another form
     */
    public Optional<Map<String, String>> match(String topic) {
        List<String> told = LEVELS.splitToList(topic);
        boolean open = levels.get(levels.size() - 1).equals("#");
        if (open ? told.size() < levels.size() - 1 : told.size() != levels.size()) {
            return Optional.empty();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (level.equals("#")) {
                break;
            } else if (isNamed(level)) {
                parts.put(inner(level), told.get(i));
            } else if (!level.equals("+") && !level.equals(told.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    /**
     * The topic with these parts.
     *
     * @param parts a text for each name
     * @return empty if a part is missing or cannot stand in a topic
     */
    public Optional<String> fill(Map<String, String> parts) {
        List<String> topic = new ArrayList<>();
        for (String level : levels) {
            String text = isNamed(level) ? parts.getOrDefault(inner(level), "") : level;
            if (isNamed(level)
                    && (text.isEmpty()
                            || text.contains("/")
                            || !PLAIN.matcher(text).matches())) {
                return Optional.empty();
            }
            topic.add(text);
        }
        return Optional.of(String.join("/", topic));
    }
}
