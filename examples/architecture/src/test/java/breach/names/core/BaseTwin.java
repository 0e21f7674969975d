package breach.names.core;

record BaseTwin(String name) {}
