package breach.unmarked.adapter;

record Described(String name) {}
