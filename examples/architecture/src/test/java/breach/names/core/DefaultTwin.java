package breach.names.core;

record DefaultTwin(String name) {}
