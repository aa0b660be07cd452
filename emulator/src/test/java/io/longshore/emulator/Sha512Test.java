// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contents that are called by their sha512 digest. */
class Sha512Test {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private final RegistryEmulator emulator = RegistryEmulator.start(
            EmulatorOptions.defaults().withTls(false).withLoginRequired(false).withDataEndpoint(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void blob_isPushedReadAndDeletedByIt() {
        String digest = pushBlob("content");
        String target = "/v2/app/blobs/" + digest;

        HttpResponse<byte[]> head = caller.send("HEAD", target, null);
        HttpResponse<byte[]> part = caller.send("GET", target, null, "Range", "bytes=3-");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Caller.header(head, "Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.text(part)).isEqualTo("tent");
        assertThat(send("DELETE", target).statusCode()).isEqualTo(202);
        assertThat(send("GET", target).statusCode()).isEqualTo(404);
    }

    @Test
    void blob_thatIsAnother_isRefused() {
        HttpResponse<byte[]> answer =
                caller.send("PUT", startUpload() + "&digest=" + sha512("other"), Caller.bytes("content"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"DIGEST_INVALID\"");
    }

    @Test
    void manifest_isPushedReadListedAndDeletedByIt() {
        String manifest = image();
        String digest = sha512(manifest);

        HttpResponse<byte[]> pushed = put(digest, Caller.OCI_MANIFEST, manifest);
        HttpResponse<byte[]> pulled = send("GET", "/v2/app/manifests/" + digest);

        assertThat(pushed.statusCode()).isEqualTo(201);
        assertThat(Caller.header(pushed, "Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.header(pushed, "Location")).isEqualTo("/v2/app/manifests/" + digest);
        assertThat(Caller.text(pulled)).isEqualTo(manifest);
        assertThat(Caller.header(pulled, "Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.text(send("GET", "/acr/v1/app/_manifests/" + digest)))
                .contains("\"digest\":\"" + digest + "\"");
        assertThat(Caller.text(send("GET", "/acr/v1/app/_manifests"))).contains("\"digest\":\"" + digest + "\"");
        assertThat(send("DELETE", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(202);
        assertThat(send("GET", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(404);
    }

    @Test
    void manifest_thatIsAnother_isRefused() {
        HttpResponse<byte[]> answer = put(sha512("other"), Caller.OCI_MANIFEST, image());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"DIGEST_INVALID\"");
    }

    @Test
    void manifest_underBothDigests_isTwoManifests() {
        String manifest = image();
        put(sha512(manifest), Caller.OCI_MANIFEST, manifest);
        String other = Caller.header(put("v1", Caller.OCI_MANIFEST, manifest), "Docker-Content-Digest");

        send("DELETE", "/v2/app/manifests/" + other);

        assertThat(other).isEqualTo(Caller.sha256(Caller.bytes(manifest)));
        assertThat(send("GET", "/v2/app/manifests/" + sha512(manifest)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void index_namesChildrenByIt() {
        String manifest = image();
        String index = "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"" + Caller.OCI_MANIFEST
                + "\",\"digest\":\"" + sha512(manifest) + "\",\"size\":1}]}";

        HttpResponse<byte[]> before = put("index", INDEX, index);
        put(sha512(manifest), Caller.OCI_MANIFEST, manifest);
        HttpResponse<byte[]> after = put("index", INDEX, index);

        assertThat(before.statusCode()).isEqualTo(400);
        assertThat(after.statusCode()).isEqualTo(201);
    }

    /** An image whose configuration is called by its sha512 digest. */
    private String image() {
        return "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.example\",\"digest\":\""
                + pushBlob("{}") + "\",\"size\":2},\"layers\":[]}";
    }

    private String pushBlob(String content) {
        String digest = sha512(content);
        HttpResponse<byte[]> answer =
                caller.send("PUT", startUpload() + "&digest=" + digest.replace(":", "%3A"), Caller.bytes(content));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Caller.header(answer, "Docker-Content-Digest")).isEqualTo(digest);
        return digest;
    }

    private String startUpload() {
        return Caller.header(send("POST", "/v2/app/blobs/uploads/"), "Location");
    }

    private HttpResponse<byte[]> put(String reference, String type, String manifest) {
        return caller.send("PUT", "/v2/app/manifests/" + reference, Caller.bytes(manifest), "Content-Type", type);
    }

    private HttpResponse<byte[]> send(String method, String target) {
        return caller.send(method, target, null);
    }

    private static String sha512(String content) {
        try {
            return "sha512:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-512").digest(Caller.bytes(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
