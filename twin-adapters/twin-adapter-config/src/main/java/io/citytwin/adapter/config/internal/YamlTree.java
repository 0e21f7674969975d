package io.citytwin.adapter.config.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.config.ConfigError;
import io.citytwin.adapter.config.SettingsProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What stands in a YAML file, as JSON, and where. Anchors, aliases and several documents are refused: what a file says must
 * stand where one reads it. For one thread at a time.
 */
public final class YamlTree {

    /** So many bytes, and no more, are read of a file. */
    public static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 32;
    private static final Set<Tag> PLAIN = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT);
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final String file;
    private final Map<String, Mark> places = new HashMap<>();
    private JsonNode root = MAKE.objectNode();

    private YamlTree(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file as places name it
     * @param bytes what stands in it
     * @param problems told of everything wrong
     * @return empty if it cannot be read
     */
    public static Optional<YamlTree> read(String file, byte[] bytes, Consumer<SettingsProblem> problems) {
        YamlTree tree = new YamlTree(file);
        if (bytes.length > LARGEST) {
            problems.accept(tree.problem(
                    ConfigError.YAML, Optional.empty(), "The file is larger than 1 MiB.", "Maybe split it."));
            return Optional.empty();
        }
        try {
            tree.compose(text(bytes));
            return Optional.of(tree);
        } catch (Refused refused) {
            problems.accept(tree.problem(ConfigError.YAML, refused.mark, refused.getMessage(), refused.advice));
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = wrong.getProblemMark().or(wrong::getContextMark);
            problems.accept(tree.problem(
                    ConfigError.YAML,
                    mark,
                    "The file cannot be read as YAML from here on.",
                    "Maybe the cause: " + wrong.getProblem() + "."));
        } catch (YamlEngineException | CharacterCodingException wrong) {
            problems.accept(tree.problem(
                    ConfigError.YAML, Optional.empty(), "The file is no text.", "Maybe save it as UTF-8."));
        }
        return Optional.empty();
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private void compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(0)
                .build();
        List<Node> documents = StreamSupport.stream(
                        new Compose(settings).composeAllFromString(text).spliterator(), false)
                .limit(2)
                .toList();
        if (documents.size() > 1) {
            throw new Refused(documents.get(1), "A second document starts here.", "Maybe remove the line `---`.");
        } else if (!documents.isEmpty()) {
            root = tree(documents.get(0), "", 0);
        }
    }

    private JsonNode tree(Node node, String at, int depth) {
        node.getStartMark().ifPresent(mark -> places.putIfAbsent(at, mark));
        refuseTag(node);
        if (depth > DEEPEST) {
            throw new Refused(node, "The file is nested deeper than `" + DEEPEST + "`.", "Maybe a bracket is missing.");
        } else if (node.getAnchor().isPresent()) {
            throw new Refused(node, "An anchor of YAML stands here.", "Maybe write the value out.");
        } else if (node instanceof MappingNode mapping) {
            return object(mapping, at, depth);
        } else if (node instanceof SequenceNode sequence) {
            ArrayNode array = MAKE.arrayNode();
            sequence.getValue().forEach(item -> array.add(tree(item, at + "/" + array.size(), depth + 1)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static void refuseTag(Node node) {
        if (!PLAIN.contains(node.getTag())) {
            throw new Refused(node, "A tag of YAML stands here.", "Maybe remove the word with the `!`.");
        }
    }

    private ObjectNode object(MappingNode mapping, String at, int depth) {
        ObjectNode object = MAKE.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new Refused(
                        entry.getKeyNode(), "A list or mapping stands where a key must.", "Maybe add quotes.");
            }
            String below = at + "/" + escaped(key.getValue());
            refuseTag(key);
            if (object.has(key.getValue())) {
                throw new Refused(key, "`" + key.getValue() + "` stands twice here.", "Maybe give one another name.");
            }
            key.getStartMark().ifPresent(mark -> places.put(below, mark));
            object.set(key.getValue(), tree(entry.getValueNode(), below, depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return MAKE.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return MAKE.booleanNode(Boolean.parseBoolean(text));
        } else if (tag.equals(Tag.INT) && text.matches("-?\\d{1,18}")) {
            return MAKE.numberNode(Long.parseLong(text));
        } else if (tag.equals(Tag.FLOAT) && text.matches("-?\\d{1,18}\\.\\d{1,12}")) {
            return MAKE.numberNode(new java.math.BigDecimal(text));
        }
        return MAKE.textNode(text);
    }

    /**
     * All that stands in the file.
     *
     * @return an object without members if nothing does
     */
    public JsonNode root() {
        return root;
    }

    /**
     * A problem at a place.
     *
     * @param code what kind
     * @param pointer where; the nearest place above it if nothing stands there
     * @param problem one sentence with the values
     * @param advice one sentence
     * @return with line and column
     */
    public SettingsProblem problem(ConfigError code, String pointer, String problem, String advice) {
        String at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return problem(code, Optional.ofNullable(places.get(at)), problem, advice);
    }

    private SettingsProblem problem(ConfigError code, Optional<Mark> mark, String problem, String advice) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        return new SettingsProblem(code, file, line, column, problem, advice);
    }

    /**
     * A key as it stands in a pointer.
     *
     * @param key of an object
     * @return the same with {@code ~} and {@code /} written as JSON pointers write them
     */
    public static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Ends the reading of a file. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Optional<Mark> mark;
        private final String advice;

        Refused(Node node, String problem, String advice) {
            super(problem, null, false, false);
            this.mark = node.getStartMark();
            this.advice = advice;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
