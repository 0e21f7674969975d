package io.citytwin.rules.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.citytwin.rules.bundle.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The JSON Schema of one kind of YAML file. Safe for use by many threads. */
public final class SchemaCheck {
    /** {@code regulation.yaml}. */
    public static final SchemaCheck REGULATION = new SchemaCheck("regulation");

    /** {@code parameters.yaml}. */
    public static final SchemaCheck PARAMETERS = new SchemaCheck("parameters");

    /** {@code state.yaml}. */
    public static final SchemaCheck STATE = new SchemaCheck("state");

    /** {@code cases/*.yaml}. */
    public static final SchemaCheck CASE = new SchemaCheck("case");

    /** A host's {@code trust.yaml}. */
    public static final SchemaCheck TRUST = new SchemaCheck("trust");

    /** {@code signature.yaml}. */
    public static final SchemaCheck SIGNATURE = new SchemaCheck("signature");

    private final JsonNode text;
    private final Schema schema;

    private SchemaCheck(String kind) {
        this.text = load("/io/citytwin/rules/schema/" + kind + ".schema.json");
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /**
     * Tells of all keys and values that the schema does not allow.
     *
     * @param root of the file
     * @param problems told of everything wrong
     */
    public void check(Node root, Consumer<Problem> problems) {
        List<Error> errors = schema.validate(JsonForm.of(root));
        new SchemaMessages(root, text, errors, problems).report();
    }

    private static JsonNode load(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, resource));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
