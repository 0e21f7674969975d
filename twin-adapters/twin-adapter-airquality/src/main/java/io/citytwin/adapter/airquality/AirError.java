package io.citytwin.adapter.airquality;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with what an agency says about the air, and with how it is read. Immutable. */
public enum AirError implements ErrorCode {
    CELLS("A101", "A row has more or fewer cells than the header of its file, or a quote that does not end."),
    DATE("A102", "A time is not written as its file should write it."),
    NUMBER("A103", "A measured value is not a plain decimal number."),
    DECIMAL_COMMA("A104", "A number has a decimal comma; such files must be exported again with decimal points."),
    RANGE("A105", "A measured value is negative, or higher than any air."),
    UNKNOWN_STATION("A106", "A value belongs to a station that the city or the file of stations does not name."),
    TWICE("A107", "A station, or a moment of a station, is there twice; the first one counts."),
    STATION("A108", "A station has no usable code, no province, or a region that the layout does not know."),
    UNREADABLE("A109", "What a source sent is not the table or the JSON that its feed should be."),
    OTHER_METHOD("A110", "Two methods measured the same at one station; the preferred one counts."),
    POLLUTANT("A111", "A row names a pollutant that its feed neither reads nor ignores."),
    UNIT("A112", "A value has another unit than its property, or one that nobody knows."),
    FLAG("A113", "A row has a flag of validity that its feed does not explain."),
    LETTERS("A114", "A row is not UTF-8."),
    CLOCK("A115", "A value was measured at a time that nobody believes."),
    SENSOR("A116", "A row names a sensor that the registry of sensors does not list, or lists twice."),
    FEED("A117", "The description of a feed, or the settings of an adapter, cannot be used."),
    SOURCE("A118", "A source cannot be reached, or does not answer as it should."),
    TOO_MANY("A119", "More rows were refused at once than are kept one by one."),
    IMPORT_FORM("A120", "The mapping of an import cannot be used."),
    IMPORT_ROW("A121", "A row of an imported file cannot become a twin.");

    private final String id;
    private final String meaning;

    AirError(String id, String meaning) {
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
