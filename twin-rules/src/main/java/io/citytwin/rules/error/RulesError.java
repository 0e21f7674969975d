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
    STALE("R119", "The values were last read against their sources too long ago."),
    UNUSED("R120", "Something is declared that nothing uses."),
    UNREACHABLE("R121", "Nothing that can happen in a city lets a rule fire."),
    SHADOWED("R122", "A rule changes nothing: another one always says the same."),
    LIFTS_NOTHING("R123", "A lift lifts nothing."),
    UNDECIDED("R124", "Nothing says which of two values an actuator takes."),
    ONE_SIDED("R125", "No case shows both sides of a boundary."),
    NEW_FOLDER("R130", "A new folder cannot be made."),
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
    INPUT("R304", "An input names a twin, an actuator, a register or a state that does not exist."),
    BROKEN_FOLDER("R305", "A regulation folder was refused."),
    NO_CASES("R306", "No case was run."),
    MUTATION("R307", "Changes cannot be tried on a regulation whose cases do not pass."),
    SHARE("R308", "A budget was split into something that no actuator can take."),
    EXPLAIN("R320", "A level that is to be explained does not exist, or not for that twin."),
    NOTHING_TO_REPLAY("R330", "No area of a recording carries a level of the regulation."),
    FACTOR("R331", "A row of a file of emission factors cannot be used."),
    REPORT("R332", "A report cannot be written."),
    EDITOR_FILE("R350", "A file for editors is there already with other content, or cannot be written."),
    TRUST_FILE("R401", "A host's trust file cannot be used."),
    NO_GRANT("R402", "The host's trust file has no grant for a folder."),
    AUTHORITY("R403", "A folder speaks for an authority that it was not granted."),
    RANK("R404", "A folder claims a higher rank than it was granted."),
    JURISDICTION("R405", "A folder makes law for an area that it was not granted."),
    ACTUATOR("R406", "A rule commands a device that its folder was not granted."),
    ACT("R407", "A rule forbids, charges for or frees an act that its folder was not granted."),
    REPLACED("R408", "A folder replaces a regulation that it was not granted."),
    OVERRIDDEN("R409", "A folder changes more of another regulation than the parameters that it was granted."),
    UNSIGNED("R411", "A folder is not signed, and the host requires it."),
    CHANGED("R412", "A folder's signature does not fit its files."),
    UNKNOWN_KEY("R413", "A folder is signed with a key that the host does not know."),
    KEY_FILE("R414", "A key file cannot be read or written."),
    ARCHIVE("R421", "An archive of folders is refused."),
    FILE_NAME("R422", "A file or directory has a name that can deceive, or is no plain file."),
    TOO_MUCH("R423", "Folders hold more files, bytes or levels than anybody reads."),
    DECEPTIVE("R424", "A text holds invisible signs that change the order in which it is shown."),
    COMBINATIONS("R425", "A rule compares more combinations of rows than can be tried."),
    BUDGET("R426", "The evaluation of a folder was stopped, and what it orders is unknown."),
    UNKNOWN_LAW("R430", "An engine is told to go by a law that it was not given."),
    INCOMPLETE_LAW("R431", "Regulations that are to be adopted are no whole law."),
    SHADOW_CLOSED("R432", "A shadow is asked after it was closed."),
    ERASED("R433", "Levels are asked for as they would have been, and what would tell is erased."),
    HISTORY("R440", "Versions of regulation folders cannot be kept, read or put back."),
    UNSTEADY("R441", "Regulation folders are being written at this moment."),
    NO_VERSION("R442", "A version that is asked for was not kept."),
    DAMAGED_VERSION("R443", "A kept version is not what it was when it was kept."),
    LAST_GOOD("R444", "A folder has mistakes, and its last good version keeps running.");

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
