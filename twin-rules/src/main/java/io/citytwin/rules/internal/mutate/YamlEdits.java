package io.citytwin.rules.internal.mutate;

import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of words in a YAML file. For one thread at a time. */
final class YamlEdits {

    private final Source source;
    private final List<Edit> edits = new ArrayList<>();

    YamlEdits(Source source) {
        this.source = source;
    }

    /** What the file consists of; a file that cannot be read as keys has none. */
    Node.Mapping root() {
        Optional<Node> root = YamlReader.read(source.name(), source.text(), problem -> {});
        return root.isPresent() && root.get() instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(List.of(), source.place(1, 1));
    }

    /** Puts other texts in the place of a word. */
    void change(Node.Scalar word, String subject, List<Change> changes) {
        part(word, word.text(), subject, changes);
    }

    /** Puts other texts in the place of a part of a word, where it stands for the first time. */
    void part(Node.Scalar word, String part, String subject, List<Change> changes) {
        source.offset(word).ifPresent(start -> {
            int from = start + word.text().indexOf(part);
            String before = word.text();
            for (Change change : changes) {
                String after = before.substring(0, from - start)
                        + change.now()
                        + before.substring(from - start + part.length());
                String text = Neighbours.quoted(before) + " becomes " + Neighbours.quoted(after);
                edits.add(new Edit(
                        source,
                        from,
                        from + part.length(),
                        change.now(),
                        new Edit.Note(word.place(), subject, text, change.lacks())));
            }
        });
    }

    /** Takes an entry that begins on a line of its own out of a list. */
    void remove(Node.Mapping entry, String change, String lacks) {
        int start = source.offset(source.place(entry.place().line(), 1));
        int dash = source.offset(entry.place());
        String before = source.text().substring(start, dash);
        if (before.strip().equals("-")) {
            Matcher next = notDeeperThan(before.indexOf('-')).matcher(source.text());
            int end = next.find(dash) ? next.start() + 1 : source.text().length();
            edits.add(new Edit(
                    source,
                    start,
                    end,
                    "",
                    new Edit.Note(entry.place(), entry.place().toString(), change, lacks)));
        }
    }

    /** A line whose text does not begin deeper than some column. */
    private static Pattern notDeeperThan(int column) {
        return Pattern.compile("\\n {0," + column + "}(?=[^\\s#])");
    }

    List<Edit> edits() {
        return edits;
    }
}
