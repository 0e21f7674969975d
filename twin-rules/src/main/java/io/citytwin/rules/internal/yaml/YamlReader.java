package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into nodes with places, without anchors, tags and several documents: what a file says must stand where one
 * reads it. For one thread at a time.
 */
public final class YamlReader {

    private static final int DEEPEST = 32;

    // Lists and mappings are searched one by one: without a limit a hostile file would cost minutes.
    private static final int MOST_ENTRIES = 5000;

    private final String file;
    private final Consumer<Problem> problems;
    private final Iterator<Event> events;

    private YamlReader(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(RawFolder.LARGEST_FILE)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Reads one file.
     *
     * @param file as places name it
     * @param text what stands in it
     * @param problems told of everything wrong
     * @return the only document, or empty if it cannot be read; a file without content is a mapping without entries
     */
    public static Optional<Node> read(String file, String text, Consumer<Problem> problems) {
        try {
            return new YamlReader(file, text, problems).document();
        } catch (Refused refused) {
            problems.accept(refused.problem);
            return Optional.empty();
        } catch (YamlEngineException failure) {
            problems.accept(YamlMessages.of(file, text, failure));
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        Optional<Node> root = Optional.empty();
        boolean further = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (further) {
                    throw refused(event, "A second document starts here.", "Maybe remove the line `---`.");
                }
                further = true;
                root = Optional.of(node(events.next(), 1));
            }
        }
        return Optional.of(root.orElse(new Node.Mapping(List.of(), new Place(file, 1, 1))));
    }

    private Node node(Event event, int depth) {
        if (event instanceof AliasEvent) {
            throw refused(event, "An alias of YAML stands here.", "Maybe write the value out instead of `*name`.");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            String anchor = "&" + node.getAnchor().get();
            throw refused(event, Words.quoted(anchor) + " is an anchor of YAML.", "Maybe write the value out.");
        }
        if (depth > DEEPEST) {
            throw refused(event, "The file is nested deeper than `" + DEEPEST + "`.", "Maybe a bracket is missing.");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return new Node.Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, placeOf(event));
        }
        refuseTag(event, ((CollectionStartEvent) event).getTag());
        return event instanceof MappingStartEvent ? mapping(event, depth) : items(event, depth);
    }

    private Node items(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
            refuseMany(event, items);
        }
        return new Node.Items(items, placeOf(start));
    }

    private Node mapping(Event start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Node.Scalar key)) {
                throw refused(event, "A list or mapping stands where a key must.", "Maybe quotes are missing.");
            }
            Node value = node(events.next(), depth + 1);
            refuseMany(event, entries);
            if (keys.add(key.text())) {
                entries.add(new Node.Entry(key, value));
            } else {
                problems.accept(Problem.error(
                        RulesError.DUPLICATE,
                        key.place(),
                        Words.quoted(key.text()) + " stands twice in the same mapping.",
                        "Maybe remove one of the two, or give it another name."));
            }
        }
        return new Node.Mapping(entries, placeOf(start));
    }

    private void refuseMany(Event event, List<?> entries) {
        if (entries.size() > MOST_ENTRIES) {
            String what = "There are more than `" + MOST_ENTRIES + "` entries in one place.";
            throw refused(event, what, "Maybe put them into a table.");
        }
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refused(
                    event,
                    Words.quoted(tag.get().replace("tag:yaml.org,2002:", "!!")) + " is a tag of YAML.",
                    "Maybe remove the word with the `!`.");
        }
    }

    private Place placeOf(Event event) {
        return YamlMessages.place(file, event.getStartMark());
    }

    private Refused refused(Event event, String what, String advice) {
        return new Refused(Problem.error(RulesError.YAML, placeOf(event), what, advice));
    }

    /** Ends the reading of a file. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.what(), null, false, false);
            this.problem = problem;
        }
    }
}
