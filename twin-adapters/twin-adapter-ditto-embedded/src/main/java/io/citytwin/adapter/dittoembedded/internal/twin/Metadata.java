package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.json.JsonObject;

/** What is known of a Thing beside what it holds. */
final class Metadata {

    private Metadata() {}

    /** A Thing with {@code _revision}, {@code _created}, {@code _modified} and {@code _namespace}. */
    static JsonObject with(StoredThing thing) {
        return thing.json().toBuilder()
                .set("_namespace", thing.id().getNamespace())
                .set("_revision", thing.revision())
                .set("_created", thing.created().toString())
                .set("_modified", thing.modified().toString())
                .build();
    }
}
