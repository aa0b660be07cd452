// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path directory;

    @Test
    void read_afterClose_doesNotOpenTheDatabaseAgain() {
        Store store = Store.open(directory);
        Database database = store.database();
        store.close();

        // The second needs a connection of its own.
        assertThatThrownBy(() -> database.read(first -> database.read(second -> "read")))
                .isInstanceOf(StoreException.class)
                .hasMessage("the database is closed");
        Store.open(directory).close();
    }

    @Test
    void close_twice_isHarmless() {
        Store store = Store.temporary();

        store.close();
        store.close();

        assertThat(store.directory()).doesNotExist();
    }
}
