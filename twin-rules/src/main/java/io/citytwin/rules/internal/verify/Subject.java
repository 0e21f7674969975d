package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.internal.yaml.Node;

/**
 * A twin as a case names it. Immutable.
 *
 * @param called {@code Type/name}
 * @param type its asset type
 * @param id its twin's id
 * @param values what the case says of it
 */
record Subject(String called, AssetType type, TwinId id, Node.Mapping values) {

    static final String NAMESPACE = "case";

    /** What the case calls it, without its type. */
    String name() {
        return called.substring(type.name().length() + 1);
    }

    /** The id of a twin that the case calls {@code Type/name}. */
    static TwinId idOf(String type, String name) {
        return new TwinId(NAMESPACE, type + "." + name);
    }
}
