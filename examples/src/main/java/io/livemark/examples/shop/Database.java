/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static io.livemark.Mark.mark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in this process, in memory, behind a pool of connections. Safe for many threads. */
final class Database implements AutoCloseable {

    /** Makes an object of the row that the result set stands on. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final JdbcConnectionPool connections;

    Database() {
        // A name of its own: two shops in one JVM, as in the tests, are two databases.
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
        connections = JdbcConnectionPool.create(url, "shop", "");
        connections.setMaxConnections(8);
    }

    <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } finally {
            long nanos = System.nanoTime() - start;
            mark("db.query sql={} nanos={}", sql, nanos);
        }
    }

    /** Returns the generated key, or the number of changed rows where the statement generates none. */
    long update(String sql, Object... arguments) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            int changed = statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : changed;
            }
        } finally {
            long nanos = System.nanoTime() - start;
            mark("db.query sql={} nanos={}", sql, nanos);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** Ends the database and everything in it. */
    @Override
    public void close() {
        try {
            update("SHUTDOWN");
        } catch (SQLException alreadyGone) {
            // The connection that sent SHUTDOWN is cut by it; nothing in memory is left to save.
        }
        connections.dispose();
    }
}
