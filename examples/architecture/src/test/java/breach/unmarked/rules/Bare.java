package breach.unmarked.rules;

record Bare(String name) {}
