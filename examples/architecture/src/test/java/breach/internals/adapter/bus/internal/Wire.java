package breach.internals.adapter.bus.internal;

public record Wire(String name) {}
