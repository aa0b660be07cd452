// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers that get in each other's way. */
class RacesTest {
    private static final int READERS = 4;
    private static final int ROUNDS = 100;

    private final RegistryEmulator emulator = RegistryEmulator.start(
            EmulatorOptions.defaults().withTls(false).withLoginRequired(false).withDataEndpoint(false));
    private final Caller caller = new Caller(emulator);
    private final ExecutorService threads = Executors.newFixedThreadPool(READERS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        emulator.close();
    }

    @Test
    void pull_whileItsTagMovesAndTheOldManifestIsDeleted_alwaysFindsOne() throws Exception {
        String config = emulator.seed().blob("app", Caller.bytes("{}"));
        push(config, 0);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(() -> pullUntil(done)));
        }
        try {
            String before = push(config, 0);
            for (int i = 1; i < ROUNDS; i++) {
                String after = push(config, i);
                assertThat(status("DELETE", "/v2/app/manifests/" + before, null))
                        .isEqualTo(202);
                before = after;
            }
        } finally {
            done.set(true);
        }
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isEqualTo(200);
        }
    }

    @Test
    void pull_ofABlobThatIsDeletedMeanwhile_findsAllOrNothing() throws Exception {
        byte[] content = new byte[256 * 1024];
        AtomicBoolean done = new AtomicBoolean();
        String digest = emulator.seed().blob("app", content);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(() -> {
                while (!done.get()) {
                    assertThat(status("GET", "/v2/app/blobs/" + digest, null)).isIn(200, 404);
                }
            }));
        }
        try {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(status("DELETE", "/v2/app/blobs/" + digest, null)).isEqualTo(202);
                emulator.seed().blob("app", content);
            }
        } finally {
            done.set(true);
        }
        for (Future<?> reader : readers) {
            reader.get();
        }
    }

    @Test
    void patches_ofDifferentMembersAtOnce_areAllKept() throws Exception {
        String digest = emulator.seed().image("app", "v1");

        for (String target : List.of("/acr/v1/app/_tags/v1", "/acr/v1/app/_manifests/" + digest, "/acr/v1/app")) {
            for (int i = 0; i < 10; i++) {
                boolean value = i % 2 == 1;
                List<Callable<Integer>> patches = Stream.of("deleteEnabled", "readEnabled", "listEnabled")
                        .map(member ->
                                (Callable<Integer>) () -> status("PATCH", target, "{\"" + member + "\":" + value + "}"))
                        .toList();
                for (Future<Integer> patch : threads.invokeAll(patches)) {
                    assertThat(patch.get()).isEqualTo(200);
                }
                assertThat(Caller.text(caller.send("GET", target, null)))
                        .contains("\"deleteEnabled\":" + value + ",\"writeEnabled\":true,\"readEnabled\":" + value
                                + ",\"listEnabled\":" + value);
            }
        }
    }

    private int pullUntil(AtomicBoolean done) {
        int status = 200;
        while (status == 200 && !done.get()) {
            status = status("GET", "/v2/app/manifests/v1", null);
        }
        return status;
    }

    private String push(String config, int number) {
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + config + "\",\"size\":" + number
                + "},\"layers\":[]}";
        assertThat(caller.send(
                                "PUT",
                                "/v2/app/manifests/v1",
                                Caller.bytes(manifest),
                                "Content-Type",
                                Caller.OCI_MANIFEST)
                        .statusCode())
                .isEqualTo(201);
        return Caller.sha256(Caller.bytes(manifest));
    }

    private int status(String method, String target, String body) {
        return caller.send(method, target, body == null ? null : Caller.bytes(body))
                .statusCode();
    }
}
