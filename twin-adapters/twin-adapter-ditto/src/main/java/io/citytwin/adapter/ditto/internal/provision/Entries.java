package io.citytwin.adapter.ditto.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.thing.ThingForm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The policy of the Things of one asset type: who may read and write which part. Immutable. */
final class Entries {

    private static final String THING = "thing:/";
    private static final String STATE = THING + "features/" + ThingForm.STATE + "/";
    private static final Set<String> READ = Set.of("READ");
    private static final Set<String> WRITE = Set.of("WRITE");
    private static final Set<String> ALL = Set.of("READ", "WRITE");
    private static final Set<String> NONE = Set.of();

    private final ThingForm form;
    private final Map<String, Set<String>> roles;
    private final String self;

    Entries(ThingForm form, Map<String, Set<String>> roles, String self) {
        this.form = form;
        this.roles = roles;
        this.self = self;
    }

    /** All entries by label; a role that nobody has is left out. */
    ObjectNode of(AssetType type) {
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        entries.set("self", entry(Set.of(self), everything()));
        roles.forEach((role, subjects) -> {
            if (!subjects.isEmpty()) {
                entries.set(role, entry(subjects, resources(role, type)));
            }
        });
        return entries;
    }

    private Map<String, Grant> resources(String role, AssetType type) {
        return switch (role) {
            case "operator" -> everything();
            case "integrator" -> integrator(type);
            default -> citizen(type);
        };
    }

    private static Map<String, Grant> everything() {
        Map<String, Grant> all = new LinkedHashMap<>();
        all.put("policy:/", new Grant(ALL, NONE));
        all.put(THING, new Grant(ALL, NONE));
        all.put("message:/", new Grant(ALL, NONE));
        return all;
    }

    private Map<String, Grant> integrator(AssetType type) {
        Map<String, Grant> some = citizen(type);
        some.put(STATE + "properties", new Grant(WRITE, NONE));
        some.put("message:/", new Grant(ALL, NONE));
        return some;
    }

    private Map<String, Grant> citizen(AssetType type) {
        Map<String, Grant> some = new LinkedHashMap<>();
        some.put(THING, new Grant(READ, NONE));
        for (String pointer : form.personal(type)) {
            some.put("thing:" + pointer, new Grant(NONE, READ));
        }
        return some;
    }

    private static ObjectNode entry(Set<String> subjects, Map<String, Grant> resources) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        ObjectNode who = entry.putObject("subjects");
        new TreeSet<>(subjects).forEach(subject -> who.putObject(subject).put("type", "citytwin"));
        ObjectNode what = entry.putObject("resources");
        resources.forEach((path, grant) -> {
            ObjectNode permissions = what.putObject(path);
            permissions.set("grant", sorted(grant.granted()));
            permissions.set("revoke", sorted(grant.revoked()));
        });
        return entry;
    }

    private static ArrayNode sorted(Collection<String> words) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(words).forEach(array::add);
        return array;
    }

    /** Whether an entry that Ditto holds says what it should; Ditto adds details of its own. */
    static boolean same(JsonNode held, JsonNode wanted) {
        return names(held.path("subjects")).equals(names(wanted.path("subjects")))
                && permissions(held).equals(permissions(wanted));
    }

    private static Map<String, Grant> permissions(JsonNode entry) {
        Map<String, Grant> permissions = new LinkedHashMap<>();
        entry.path("resources").properties().forEach(resource -> {
            JsonNode value = resource.getValue();
            permissions.put(resource.getKey(), new Grant(words(value.path("grant")), words(value.path("revoke"))));
        });
        return permissions;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new TreeSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    /** What one resource allows. Immutable. */
    private record Grant(Set<String> granted, Set<String> revoked) {}
}
