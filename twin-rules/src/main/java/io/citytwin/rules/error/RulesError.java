package io.citytwin.rules.error;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with a regulation folder, a case or a question. Immutable. */
public enum RulesError implements ErrorCode {
    FILE("R101", "A file of a regulation folder is missing, too large or not UTF-8."),
    YAML("R102", "A file is not readable YAML, or uses YAML's anchors, tags or several documents."),
    SCHEMA("R103", "A file has a key or a value that its schema does not allow."),
    DATE("R104", "A date does not exist or has another form than yyyy-mm-dd."),
    NUMBER("R105", "A number is not a plain decimal number."),
    UNIT("R106", "A parameter has no unit, or one that is not known."),
    OVERLAP("R107", "Two dated values hold on the same day."),
    UNKNOWN_NAME("R108", "A name is used that nothing declares."),
    TABLE("R109", "A table cannot be read."),
    EXCEL("R110", "A table was saved in a national spreadsheet format."),
    WINDOW("R111", "Hours, days or a season cannot be read."),
    DUPLICATE("R112", "A name is declared twice."),
    GAP("R113", "No value holds on some days between two values."),
    TIE("R114", "Nothing says which of two provisions wins."),
    PLACEHOLDER("R115", "A sentence has a placeholder that no rule can fill."),
    SOURCE("R116", "A value or provision has no known source."),
    NO_RULE("R117", "A provision has no rule, or a rule no provision."),
    DOUBTFUL("R118", "A legal fact was not verified, or law was not read."),
    SYNTAX("R201", "A rule is not written in the rule grammar."),
    RESERVED("R202", "A reserved word is used as a name."),
    NUMBER_IN_RULE("R203", "A rule contains a number other than 0 or 1, or a date."),
    FACT_TYPE("R204", "A rule uses a kind of fact that does not exist."),
    PROPERTY("R205", "A rule uses a property that its fact does not have."),
    VARIABLE("R206", "A rule uses a variable that no pattern before it binds."),
    VERB("R207", "A rule ends in something other than one known verb."),
    COMPARISON("R208", "A rule compares two things that cannot be compared."),
    ANNOTATION("R209", "A rule carries an annotation that does not exist or fits nothing."),
    FORBIDDEN("R210", "A rule uses a part of DRL that policy files may not use."),
    CASE("R301", "A case file cannot be understood."),
    QUESTION("R302", "A question names a twin, an act, a property or a moment that does not exist."),
    NOT_LOADED("R303", "A regulation that is asked for is not loaded."),
    INPUT("R304", "An input names a twin, a register or a state that does not exist."),
    BROKEN_FOLDER("R305", "A regulation folder was refused."),
    NO_CASES("R306", "No case was run."),
    EXPLAIN("R320", "A level that is to be explained does not exist, or not for that twin.");

    private final String id;
    private final String meaning;

    RulesError(String id, String meaning) {
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
