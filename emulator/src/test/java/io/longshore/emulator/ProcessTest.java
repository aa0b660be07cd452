// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can only be seen from outside: death and memory of a real process, and that it runs without azure-core. */
class ProcessTest {
    private static final int LARGE_MEBIBYTES = 200;
    private static final byte[] MEBIBYTE = new byte[1024 * 1024];

    static {
        new SplittableRandom(1).nextBytes(MEBIBYTE);
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void push_acknowledged_survivesAKill(@TempDir Path directory) throws Exception {
        byte[] blob = Caller.bytes("{}");
        String digest = Caller.sha256(blob);
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + digest + "\"},\"layers\":[]}";
        try (ChildProcess emulator = ChildProcess.start(List.of(), directory)) {
            String location = startUpload(emulator);
            assertThat(put(location + "&digest=" + digest, blob)).isEqualTo(201);
            for (int i = 0; i < 5; i++) {
                assertThat(put(emulator.endpoint() + "/v2/app/manifests/v" + i, Caller.bytes(manifest)))
                        .isEqualTo(201);
            }
        }
        try (ChildProcess emulator = ChildProcess.start(List.of(), directory)) {
            assertThat(get(emulator.endpoint() + "/v2/app/tags/list"))
                    .isEqualTo("{\"name\":\"app\",\"tags\":[\"v0\",\"v1\",\"v2\",\"v3\",\"v4\"]}\n");
            assertThat(get(emulator.endpoint() + "/v2/app/manifests/v4")).isEqualTo(manifest);
            assertThat(get(emulator.endpoint() + "/v2/app/blobs/" + digest)).isEqualTo("{}");
        }
    }

    @Test
    void memory_doesNotGrowWithTheSizeOfABlob() throws Exception {
        String digest = digestOfLarge();
        try (ChildProcess emulator = ChildProcess.start(List.of("-Xmx64m"))) {
            HttpResponse<String> patched = client.send(
                    HttpRequest.newBuilder(URI.create(startUpload(emulator)))
                            .method("PATCH", BodyPublishers.ofInputStream(Large::new))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(patched.statusCode()).isEqualTo(202);
            String next = emulator.endpoint() + Caller.header(patched, "Location");
            assertThat(put(next + "&digest=" + digest, new byte[0])).isEqualTo(201);

            HttpResponse<InputStream> pulled = client.send(
                    HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v2/app/blobs/" + digest))
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = pulled.body()) {
                assertThat(body.transferTo(OutputStream.nullOutputStream()))
                        .isEqualTo((long) LARGE_MEBIBYTES * MEBIBYTE.length);
            }
        }
    }

    private String startUpload(ChildProcess emulator) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v2/app/blobs/uploads/"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        return emulator.endpoint() + Caller.header(answer, "Location");
    }

    private int put(String address, byte[] body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .PUT(BodyPublishers.ofByteArray(body))
                                .header("Content-Type", Caller.OCI_MANIFEST)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private String get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String digestOfLarge() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < LARGE_MEBIBYTES; i++) {
            digest.update(MEBIBYTE);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The same mebibyte again and again. */
    private static final class Large extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == (long) LARGE_MEBIBYTES * MEBIBYTE.length) {
                return -1;
            }
            int start = (int) (position % MEBIBYTE.length);
            int count = Math.min(length, MEBIBYTE.length - start);
            System.arraycopy(MEBIBYTE, start, buffer, offset, count);
            position += count;
            return count;
        }
    }
}
