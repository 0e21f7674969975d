package breach.names.core;

record Baseline(String name) {}
