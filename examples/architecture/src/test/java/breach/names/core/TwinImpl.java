package breach.names.core;

record TwinImpl(String name) {}
