package io.citytwin.adapter.airquality;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with a row of an air quality file. Immutable. */
public enum AirError implements ErrorCode {
    CELLS("A101", "A row has more or fewer cells than the header of its file, or a quote that does not end."),
    DATE("A102", "A day is not a date of the form 2019-01-31."),
    NUMBER("A103", "A measured value is not a plain decimal number."),
    DECIMAL_COMMA("A104", "A number has a decimal comma; such files must be exported again with decimal points."),
    RANGE("A105", "A measured value is negative, or higher than any air."),
    UNKNOWN_STATION("A106", "A value belongs to a station that the file of stations does not name."),
    TWICE("A107", "A station, or a day of a station, is in the files twice; the first one counts."),
    STATION("A108", "A station has no usable code, no province, or a region that the layout does not know.");

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
