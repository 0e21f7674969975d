package breach.names.core;

record TwinManager(String name) {}
