package io.citytwin.examples.benchmark.drools;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Regulation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of facts that the rules read, and their fields. For one thread at a time. */
final class Schema {

    /** What a field holds. */
    enum Field {
        NUMBER,
        FLAG,
        NAME,
        NAMES;

        String java(Style style) {
            return switch (this) {
                case NUMBER -> "double";
                case FLAG -> "boolean";
                case NAME -> "int";
                case NAMES -> style.setType();
            };
        }
    }

    /** Where facts of a type come from. */
    enum Origin {
        ASSET,
        LAW,
        TABLE
    }

    /**
     * A kind of fact.
     *
     * @param name of its class
     * @param origin where its facts come from
     * @param regulation the folder that it is law of; empty for assets
     * @param source what it is called there
     * @param fields all that rules read so far
     * @param whole fields with sets that rules need as sets, because they ask what is not in them
     */
    record Type(
            String name,
            Origin origin,
            String regulation,
            String source,
            SortedMap<String, Field> fields,
            SortedSet<String> whole) {

        /** Whether a row with a set in the field is as many rows with one name each, which Drools finds by an index. */
        boolean splits(String field, Style style) {
            return style == Style.TUNED && fields.get(field) == Field.NAMES && !whole.contains(field);
        }

        String java(String field, Style style) {
            return splits(field, style)
                    ? Field.NAME.java(style)
                    : Objects.requireNonNull(fields.get(field)).java(style);
        }
    }

    private final ChosenLaw law;
    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, List<String>> names = new HashMap<>();

    Schema(ChosenLaw law) {
        this.law = law;
        for (AssetType type : AssetTypes.builtIn().all()) {
            type.properties().values().forEach(this::learn);
        }
        for (String id : ChosenLaw.FOLDERS) {
            law.regulation(id).state().inputs().forEach((name, input) -> {
                if (input.values() instanceof ValueType.Names known) {
                    names.put(Character.toUpperCase(name.charAt(0)) + name.substring(1), known.names());
                }
            });
            law.regulation(id)
                    .state()
                    .levels()
                    .forEach((name, level) -> names.put(name, level.states().names()));
        }
        names.put("SmogLevel", ChosenLaw.LEVELS);
    }

    private void learn(ValueType type) {
        if (type instanceof ValueType.Names known) {
            names.put(known.list(), known.names());
        }
    }

    Map<String, Type> types() {
        return types;
    }

    /** The place of a name in its list, such as {@code Fuel.petrol}. */
    int ordinal(String constant) {
        int dot = constant.indexOf('.');
        List<String> list = Objects.requireNonNull(names.get(constant.substring(0, dot)), constant);
        int found = list.indexOf(constant.substring(dot + 1));
        if (found < 0) {
            throw new IllegalArgumentException("`" + constant + "` is not one of " + list);
        }
        return found;
    }

    /** The type that a folder's rule means. */
    Type type(String regulation, String word) {
        Regulation own = law.regulation(regulation);
        if (AssetTypes.builtIn().find(word).isPresent()) {
            return type(word, Origin.ASSET, "", word);
        } else if (word.equals("Law")) {
            return type(camel(regulation) + "Law", Origin.LAW, regulation, word);
        } else if (word.endsWith("Law")) {
            String alias = Character.toLowerCase(word.charAt(0)) + word.substring(1, word.length() - 3);
            String used = Objects.requireNonNull(own.uses().get(alias), word);
            return type(camel(used) + "Law", Origin.LAW, used, word);
        }
        return type(camel(regulation) + word, Origin.TABLE, regulation, word);
    }

    private Type type(String name, Origin origin, String regulation, String source) {
        return types.computeIfAbsent(
                name, key -> new Type(key, origin, regulation, source, new TreeMap<>(), new TreeSet<>()));
    }

    private static String camel(String regulation) {
        return Arrays.stream(regulation.split("[.-]"))
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Notes that a rule reads a field, and says what it is called in the fact. */
    String read(Type type, String property) {
        String field = property.equals("id") ? "number" : property.equals("smogLevel") ? "level" : property;
        type.fields().computeIfAbsent(field, name -> field(type, name));
        return field;
    }

    private Field field(Type type, String property) {
        return switch (type.origin()) {
            case ASSET -> ofAsset(type, property);
            case LAW -> parameter(type, property) instanceof ParameterType.Number ? Field.NUMBER : Field.FLAG;
            case TABLE -> ofTable(type, property);
        };
    }

    private static Field ofAsset(Type type, String property) {
        ValueType held = AssetTypes.builtIn().get(type.name()).properties().get(property);
        if (held instanceof ValueType.Number) {
            return Field.NUMBER;
        }
        return held instanceof ValueType.YesNo ? Field.FLAG : Field.NAME;
    }

    private ParameterType parameter(Type type, String property) {
        return law.regulation(type.regulation())
                .parameters()
                .find(property)
                .orElseThrow()
                .type();
    }

    private Field ofTable(Type type, String property) {
        ParameterType.Table table = (ParameterType.Table) parameter(type, type.source());
        Optional<ParameterType.ColumnKind> kind = table.columns().stream()
                .filter(column -> column.name().equals(property))
                .map(ParameterType.Column::kind)
                .findFirst();
        ParameterType.ColumnKind found = kind.orElseThrow();
        if (found instanceof ParameterType.RowNumber) {
            return Field.NUMBER;
        } else if (found instanceof ParameterType.SomeNames) {
            return Field.NAMES;
        }
        return found instanceof ParameterType.OneName ? Field.NAME : Field.FLAG;
    }
}
