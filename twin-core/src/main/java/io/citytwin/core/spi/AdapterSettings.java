package io.citytwin.core.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.privacy.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a file says about one adapter. Places in it are JSON pointers, such as {@code /broker/host}. For one thread at a
 * time.
 */
public final class AdapterSettings {

    private static final String ADVICE_SECRET =
            "Maybe `{env: NAME}` or `{file: PATH}`; a secret never stands in settings.";

    private final String name;
    private final JsonNode values;
    private final Path folder;
    private final AssetTypes types;
    private final Refusals refusals;
    private boolean refused;

    /**
     * Settings that were read.
     *
     * @param name of the adapter
     * @param values one object, valid under the schema of the adapter's kind
     * @param folder relative paths start here
     * @param types the types that twins may have
     * @param refusals told of everything wrong
     */
    public AdapterSettings(String name, JsonNode values, Path folder, AssetTypes types, Refusals refusals) {
        this.name = name;
        this.values = values;
        this.folder = folder;
        this.types = types;
        this.refusals = refusals;
    }

    /** Is told of what is wrong in settings. For one thread at a time. */
    public interface Refusals {

        /**
         * Something is wrong.
         *
         * @param pointer where
         * @param problem one sentence with the values
         * @param advice one sentence, begins with "Maybe"
         */
        void refuse(String pointer, String problem, String advice);
    }

    /**
     * The adapter's name.
     *
     * @return unique in its file
     */
    public String name() {
        return name;
    }

    /**
     * All that is said.
     *
     * @return one object
     */
    public JsonNode values() {
        return values;
    }

    /**
     * The types that twins may have.
     *
     * @return built-in and own ones
     */
    public AssetTypes types() {
        return types;
    }

    /**
     * A word, number or truth as text.
     *
     * @param pointer where it stands
     * @return empty if nothing stands there
     */
    public Optional<String> text(String pointer) {
        return node(pointer).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /**
     * A whole number.
     *
     * @param pointer where it stands
     * @param otherwise if nothing stands there
     * @return the number
     */
    public int number(String pointer, int otherwise) {
        return node(pointer).map(JsonNode::asInt).orElse(otherwise);
    }

    /**
     * A truth.
     *
     * @param pointer where it stands
     * @param otherwise if nothing stands there
     * @return whether it holds
     */
    public boolean flag(String pointer, boolean otherwise) {
        return node(pointer).map(JsonNode::asBoolean).orElse(otherwise);
    }

    /**
     * A length of time, such as {@code PT30S}. What is none is refused.
     *
     * @param pointer where it stands
     * @param otherwise if nothing usable stands there
     * @return more than nothing
     */
    public Duration duration(String pointer, Duration otherwise) {
        Optional<String> text = text(pointer);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Duration length = Duration.parse(text.get());
            if (!length.isNegative() && !length.isZero()) {
                return length;
            }
        } catch (DateTimeParseException none) {
            // refused below like one that is negative
        }
        refuse(pointer, "`" + text.get() + "` is no length of time.", "Maybe `PT30S`.");
        return otherwise;
    }

    /**
     * A path. It need not exist.
     *
     * @param pointer where it stands
     * @return absolute, or relative to where the file lies; empty if nothing stands there
     */
    public Optional<Path> path(String pointer) {
        return text(pointer).map(folder::resolve);
    }

    /**
     * A secret, which stands in a variable of the environment or in a file of its own: {@code {env: NAME}} or
     * {@code {file: PATH}}. One that is not there is refused.
     *
     * @param pointer where it stands
     * @return empty if nothing usable stands there
     */
    public Optional<Secret> secret(String pointer) {
        if (node(pointer).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> variable = text(pointer + "/env");
        Optional<Path> file = path(pointer + "/file");
        if (variable.isPresent()) {
            Optional<String> words = Optional.ofNullable(System.getenv(variable.get()));
            if (words.isEmpty()) {
                refuse(pointer, "The environment has no `" + variable.get() + "`.", "Maybe set it before the start.");
            }
            return words.map(Secret::of);
        } else if (file.isPresent()) {
            return content(pointer, file.get());
        }
        refuse(pointer, "No secret is named here.", ADVICE_SECRET);
        return Optional.empty();
    }

    private Optional<Secret> content(String pointer, Path file) {
        try {
            return Optional.of(Secret.of(Files.readString(file).strip()));
        } catch (IOException missing) {
            refuse(pointer, "`" + file.getFileName() + "` cannot be read.", "Maybe the path or its rights are wrong.");
            return Optional.empty();
        }
    }

    /**
     * Says that something is wrong. All that is wrong should be said before giving up.
     *
     * @param pointer where
     * @param problem one sentence with the values, never with a secret
     * @param advice one sentence, begins with "Maybe"
     */
    public void refuse(String pointer, String problem, String advice) {
        refused = true;
        refusals.refuse(pointer, problem, advice);
    }

    /**
     * Whether something was refused.
     *
     * @return true if no adapter can be made
     */
    public boolean isRefused() {
        return refused;
    }

    private Optional<JsonNode> node(String pointer) {
        JsonNode node = values.at(pointer);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }
}
