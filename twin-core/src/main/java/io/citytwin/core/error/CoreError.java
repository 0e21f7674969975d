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
    NOTHING_TO_READ("C111", "A file or folder is missing or empty."),
    GEOMETRY("C112", "A point or an outline is not one on the earth."),
    INTEGRITY("C113", "A relation leads to no twin, or to one of another type."),
    INVENTORY("C114", "A row of an inventory cannot be used."),
    DEVICE("C115", "A device or its adapter refused what it was asked."),
    CITY("C116", "A city was used before its start or after its end, or built without what it needs."),
    FAILURE("C117", "An adapter or a governor failed unexpectedly; the city went on without it."),
    JOURNAL("C118", "The journal of an earlier run cannot be taken up."),
    JOURNAL_FILE("C119", "Nothing on the class path reads a file as a journal."),
    PAYLOAD("C120", "What a device sent cannot be read, or was measured at a time that nobody believes.");

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
