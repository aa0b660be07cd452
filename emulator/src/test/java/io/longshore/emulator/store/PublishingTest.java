// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.manifests.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the database is asked while everybody who changes something waits. */
class PublishingTest {
    private final Store store = Store.temporary();
    private final Publisher publisher = new Publisher(store, Clock.systemUTC());

    @BeforeEach
    void count() {
        store.database().change(sql -> sql.update("SET QUERY_STATISTICS TRUE"));
        publish("{\"schemaVersion\":2,\"manifests\":[]}", "application/vnd.oci.image.index.v1+json");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void index_ofManyChildren_asksNoMoreOftenThanOneOfOne() {
        List<String> children = IntStream.range(0, 50)
                .mapToObj(i -> index("\"annotations\":{\"a\":\"" + i + "\"},", List.of()))
                .toList();

        long forOne = statements(() -> index("", children.subList(0, 1)));
        long forAll = statements(() -> index("", children));

        assertThat(forAll).isEqualTo(forOne).isPositive();
    }

    @Test
    void image_ofManyLayers_asksNoMoreOftenThanOneOfOne() {
        List<String> blobs = IntStream.range(0, 50).mapToObj(this::blob).toList();

        long forOne = statements(() -> image(blobs.subList(0, 1)));
        long forAll = statements(() -> image(blobs));

        assertThat(forAll).isEqualTo(forOne).isPositive();
    }

    private long statements(Runnable work) {
        long before = statements();
        work.run();
        return statements() - before;
    }

    private long statements() {
        return store.database()
                .read(sql -> sql.first(
                        row -> row.getLong(1),
                        "SELECT COALESCE(SUM(EXECUTION_COUNT), 0) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                                + " WHERE SQL_STATEMENT NOT LIKE '%STATISTICS%'"))
                .orElseThrow();
    }

    private String blob(int number) {
        String digest = Digests.sha256(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        store.database().change(sql -> {
            Blobs.put(sql, "app", digest, 1);
            return digest;
        });
        return digest;
    }

    private String index(String members, List<String> children) {
        return publish(
                "{\"schemaVersion\":2," + members + "\"manifests\":["
                        + descriptors(children, digest -> "{\"digest\":\"" + digest + "\"}") + "]}",
                "application/vnd.oci.image.index.v1+json");
    }

    private String image(List<String> layers) {
        return publish(
                "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + layers.get(0) + "\"},\"layers\":["
                        + descriptors(layers, digest -> "{\"digest\":\"" + digest + "\"}") + "]}",
                "application/vnd.oci.image.manifest.v1+json");
    }

    private static String descriptors(List<String> digests, Function<String, String> descriptor) {
        return digests.stream().map(descriptor).collect(Collectors.joining(","));
    }

    private String publish(String manifest, String type) {
        return publisher
                .publish("app", "latest", type, manifest.getBytes(StandardCharsets.UTF_8))
                .digest();
    }
}
