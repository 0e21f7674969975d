package breach.unmarked.core;

record Marked(String name) {}
