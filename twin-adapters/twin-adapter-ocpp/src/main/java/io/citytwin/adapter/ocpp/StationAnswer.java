package io.citytwin.adapter.ocpp;

/**
 * What a station says to an operator's wish. Immutable.
 *
 * @param accepted whether it does it, now or as soon as it can
 * @param status its own word, such as {@code Accepted} or {@code Rejected}
 */
public record StationAnswer(boolean accepted, String status) {}
