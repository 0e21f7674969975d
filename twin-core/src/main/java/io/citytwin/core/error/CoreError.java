package io.citytwin.core.error;

/** What can be wrong with values that enter the core. Immutable. */
public enum CoreError implements ErrorCode {
    TWIN_ID("C101", "A twin's id is not of the form namespace:name."),
    UNIT("C102", "A unit is not known, or a value has another unit than its property."),
    QUANTITY("C103", "A number is not a plain decimal number."),
    PROPERTY("C104", "A twin's type has no such property."),
    TERM("C105", "A name is not one of the names that a property can have."),
    ASSET_TYPE("C106", "No asset type has this name, or an interface does not describe an asset."),
    WINDOW("C107", "A window of hours, days or months cannot be read."),
    ORDER("C108", "Two dates or instants are in the wrong order."),
    ARCHIVE("C109", "A folder of recorded observations cannot be read."),
    USAGE("C110", "A command was called with words it does not know."),
    NOTHING_TO_READ("C111", "A file or folder is missing or empty.");

    private final String id;
    private final String meaning;

    CoreError(String id, String meaning) {
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
