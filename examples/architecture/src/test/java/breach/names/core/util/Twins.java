package breach.names.core.util;

record Twins(String name) {}
