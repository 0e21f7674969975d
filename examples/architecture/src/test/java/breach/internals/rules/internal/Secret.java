package breach.internals.rules.internal;

public record Secret(String name) {}
