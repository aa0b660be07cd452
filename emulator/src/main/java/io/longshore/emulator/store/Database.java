// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The embedded database: reads run side by side, changes one after the other, each in a transaction of its own. */
public final class Database implements AutoCloseable {
    /** The file that H2 makes for a database in a directory. */
    static final String FILE = "registry.mv.db";

    private final String url;
    private final Connection keepsOpen;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Object opening = new Object();
    private boolean closed;

    private Database(String url) throws SQLException {
        this.url = url;
        this.keepsOpen = connect();
    }

    /** Opens the database in a directory, or one in memory. */
    static Database open(Optional<Path> directory) {
        // By default H2 acknowledges a commit up to half a second before it writes it.
        String url = directory
                .map(path -> "jdbc:h2:file:" + path.toAbsolutePath().resolve("registry")
                        + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0")
                .orElseGet(() -> "jdbc:h2:mem:longshore-" + UUID.randomUUID() + ";TRACE_LEVEL_FILE=0");
        try {
            return new Database(url + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64");
        } catch (SQLException e) {
            throw new StoreException("the emulator's database cannot be opened: " + url, e);
        }
    }

    /** Reads. */
    public <T> T read(Function<Sql, T> work) {
        return use(work);
    }

    /** Changes: all of it or nothing, and nobody else changes anything meanwhile. */
    public <T> T change(Function<Sql, T> work) {
        changing.lock();
        try {
            return use(sql -> sql.transaction(work));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void close() {
        synchronized (opening) {
            if (closed) {
                return;
            }
            closed = true;
        }
        changing.lock();
        try (Statement statement = keepsOpen.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new StoreException("closing the database failed", e);
        } finally {
            changing.unlock();
        }
    }

    private <T> T use(Function<Sql, T> work) {
        Connection connection = take();
        try {
            return work.apply(new Sql(connection));
        } finally {
            idle.add(connection);
        }
    }

    private Connection take() {
        Connection connection = idle.poll();
        if (connection != null) {
            return connection;
        }
        // A connection after the end would open the file again, which may belong to another emulator by then.
        synchronized (opening) {
            if (closed) {
                throw new StoreException("the database is closed");
            }
            try {
                return connect();
            } catch (SQLException e) {
                throw new StoreException("the database cannot be reached", e);
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = new org.h2.Driver().connect(url, new Properties());
        if (connection == null) {
            throw new SQLException("H2 does not accept " + url);
        }
        return connection;
    }
}
