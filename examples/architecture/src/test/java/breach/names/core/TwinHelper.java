package breach.names.core;

record TwinHelper(String name) {}
