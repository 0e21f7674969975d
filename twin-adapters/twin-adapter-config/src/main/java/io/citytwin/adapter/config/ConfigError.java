package io.citytwin.adapter.config;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with a file of adapters. Immutable. */
public enum ConfigError implements ErrorCode {
    YAML("F601", "A file of adapters cannot be read as YAML."),
    SETTING("F602", "A setting of an adapter is missing, misspelt or of another form."),
    KIND("F603", "No adapter of this kind is on the class path."),
    REFUSED("F604", "An adapter cannot be made from its settings.");

    private final String id;
    private final String meaning;

    ConfigError(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
