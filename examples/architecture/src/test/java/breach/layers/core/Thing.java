package breach.layers.core;

public record Thing(String name) {}
