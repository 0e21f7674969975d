package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** All or nothing. For one thread at a time. */
final class Transaction {

    private Transaction() {}

    /** Runs a work in a transaction that may write; when it returns, the disk has it. */
    static void of(Connection connection, Work work) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            work.run();
            execute(connection, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                giveUp(connection);
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    // SQLite gives some transactions up by itself; what went wrong first is what to tell.
    private static void giveUp(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alreadyOver) {
            return;
        }
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
