// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocksTest {
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    private final RegistryEmulator emulator =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    private final Caller caller = new Caller(emulator);
    private String digest;

    @BeforeEach
    void seed() {
        digest = emulator.seed().image("app", "v1");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void tag_writeLocked_isNeitherDeletedNorMoved() {
        lock("/acr/v1/app/_tags/v1", "{\"writeEnabled\":false}");

        HttpResponse<byte[]> refused = send("DELETE", "/acr/v1/app/_tags/v1");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(Caller.header(refused, "Content-Length")).isEqualTo("263");
        assertThat(Caller.text(refused))
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"REGISTRY_DISALLOWED_OPERATION\",\"message\":\"The operation is disallowed"
                                + " on this registry, repository or image. View troubleshooting steps at"
                                + " https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation\","
                                + "\"detail\":{}}]}\n");
        assertThat(push("v1").statusCode()).isEqualTo(405);
        assertThat(push("v2").statusCode()).isEqualTo(201);
    }

    @Test
    void tag_deleteLocked_isMovedButNotDeleted() {
        lock("/acr/v1/app/_tags/v1", "{\"deleteEnabled\":false}");

        assertThat(push("v1").statusCode()).isEqualTo(201);
        assertThat(send("DELETE", "/acr/v1/app/_tags/v1").statusCode()).isEqualTo(405);
    }

    @Test
    void tag_locked_holdsItsManifest() {
        lock("/acr/v1/app/_tags/v1", "{\"deleteEnabled\":false}");

        assertThat(send("DELETE", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/acr/v1/app").statusCode()).isEqualTo(405);
    }

    @Test
    void manifest_deleteLocked_isUntaggedButNotDeleted() {
        lock("/acr/v1/app/_manifests/" + digest, "{\"deleteEnabled\":false}");

        assertThat(send("DELETE", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/acr/v1/app/_tags/v1").statusCode()).isEqualTo(202);
    }

    @Test
    void manifest_locked_holdsItsRepository() {
        lock("/acr/v1/app/_manifests/" + digest, "{\"deleteEnabled\":false}");

        assertThat(send("DELETE", "/acr/v1/app").statusCode()).isEqualTo(405);
    }

    @Test
    void manifest_writeLocked_takesOnNoOtherTypeAndKeepsItsSubject() {
        String index = pushIndex("first", OCI_INDEX, 201);
        lock("/acr/v1/app/_manifests/" + index, "{\"writeEnabled\":false}");

        pushIndex(index, DOCKER_LIST, 405);
        pushIndex("second", DOCKER_LIST, 405);

        assertThat(Caller.header(send("GET", "/v2/app/manifests/" + index), "Content-Type"))
                .isEqualTo(OCI_INDEX);
        assertThat(Caller.text(send("GET", "/v2/app/referrers/" + digest))).contains(index);
        assertThat(send("GET", "/v2/app/manifests/second").statusCode()).isEqualTo(404);
    }

    @Test
    void manifest_writeLocked_isPushedAgainAsWhatItIs() {
        String index = pushIndex("first", OCI_INDEX, 201);
        lock("/acr/v1/app/_manifests/" + index, "{\"writeEnabled\":false}");

        pushIndex(index, OCI_INDEX, 201);
        pushIndex("second", OCI_INDEX, 201);
    }

    @Test
    void manifest_deleteLocked_takesOnAnotherType() {
        String index = pushIndex("first", OCI_INDEX, 201);
        lock("/acr/v1/app/_manifests/" + index, "{\"deleteEnabled\":false}");

        pushIndex(index, DOCKER_LIST, 201);
    }

    @Test
    void manifest_readLocked_isNotPulledByDigestEither() {
        lock("/acr/v1/app/_manifests/" + digest, "{\"readEnabled\":false}");

        assertThat(send("GET", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(405);
        assertThat(send("GET", "/v2/app/manifests/v1").statusCode()).isEqualTo(405);
    }

    @Test
    void manifest_listLocked_isHiddenFromTheListOnly() {
        lock("/acr/v1/app/_manifests/" + digest, "{\"listEnabled\":false}");

        assertThat(Caller.text(send("GET", "/acr/v1/app/_manifests"))).contains("\"manifests\":null");
        assertThat(send("GET", "/acr/v1/app/_manifests/" + digest).statusCode()).isEqualTo(200);
    }

    @Test
    void repository_readLocked_givesNoBlobs() {
        String blob = emulator.seed().blob("app", Caller.bytes("x"));
        lock("/acr/v1/app", "{\"readEnabled\":false}");

        assertThat(send("GET", "/v2/app/blobs/" + blob).statusCode()).isEqualTo(405);
        assertThat(send("HEAD", "/v2/app/blobs/" + blob).statusCode()).isEqualTo(405);
    }

    @Test
    void repository_writeLocked_keepsItsBlobs() {
        String blob = emulator.seed().blob("app", Caller.bytes("x"));
        lock("/acr/v1/app", "{\"writeEnabled\":false}");

        assertThat(send("DELETE", "/v2/app/blobs/" + blob).statusCode()).isEqualTo(405);
        assertThat(send("HEAD", "/v2/app/blobs/" + blob).statusCode()).isEqualTo(200);
    }

    @Test
    void repository_writeLocked_forbidsPushesDeletesAndChangesOfWhatIsInIt() {
        lock("/acr/v1/app", "{\"writeEnabled\":false}");

        assertThat(push("v1").statusCode()).isEqualTo(405);
        assertThat(send("POST", "/v2/app/blobs/uploads/").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/acr/v1/app/_tags/v1").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/acr/v1/app").statusCode()).isEqualTo(405);
        assertThat(change("/acr/v1/app/_tags/v1", "{}").statusCode()).isEqualTo(405);
        assertThat(change("/acr/v1/app/_manifests/" + digest, "{}").statusCode())
                .isEqualTo(405);
    }

    @Test
    void repository_deleteLocked_letsSingleImagesGo() {
        lock("/acr/v1/app", "{\"deleteEnabled\":false}");

        assertThat(send("DELETE", "/acr/v1/app").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(202);
    }

    @Test
    void readLock_forbidsPulls() {
        lock("/acr/v1/app/_tags/v1", "{\"readEnabled\":false}");
        assertThat(send("GET", "/v2/app/manifests/v1").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(200);

        lock("/acr/v1/app", "{\"readEnabled\":false}");
        assertThat(send("GET", "/v2/app/manifests/" + digest).statusCode()).isEqualTo(405);
        assertThat(send("GET", "/acr/v1/app").statusCode()).isEqualTo(200);
    }

    @Test
    void listLock_hidesFromListsOnly() {
        lock("/acr/v1/app/_tags/v1", "{\"listEnabled\":false}");
        lock("/acr/v1/app", "{\"listEnabled\":false}");

        assertThat(Caller.text(send("GET", "/acr/v1/app/_tags"))).contains("\"tags\":null");
        assertThat(send("GET", "/acr/v1/app/_tags/v1").statusCode()).isEqualTo(200);
        assertThat(Caller.text(send("GET", "/acr/v1/_catalog"))).isEqualTo("{\"repositories\":[]}\n");
    }

    @Test
    void everythingLocked_canBeReadAndUnlocked() {
        String all = "{\"deleteEnabled\":%1$s,\"writeEnabled\":%1$s,\"listEnabled\":%1$s,\"readEnabled\":%1$s}";
        lock("/acr/v1/app", String.format(all, false));

        assertThat(send("GET", "/acr/v1/app").statusCode()).isEqualTo(200);
        lock("/acr/v1/app", String.format(all, true));
        assertThat(send("DELETE", "/acr/v1/app").statusCode()).isEqualTo(202);
    }

    private void lock(String target, String change) {
        assertThat(change(target, change).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> change(String target, String change) {
        return caller.send("PATCH", target, Caller.bytes(change), "Content-Type", "application/json");
    }

    /** Pushes always the same bytes, which refer to the image. */
    private String pushIndex(String reference, String type, int status) {
        byte[] index = Caller.bytes(
                "{\"schemaVersion\":2,\"manifests\":[],\"subject\":{\"digest\":\"" + digest + "\",\"size\":7}}");
        assertThat(caller.send("PUT", "/v2/app/manifests/" + reference, index, "Content-Type", type)
                        .statusCode())
                .isEqualTo(status);
        return Caller.sha256(index);
    }

    private HttpResponse<byte[]> push(String tag) {
        byte[] manifest = send("GET", "/v2/app/manifests/" + digest).body();
        return caller.send("PUT", "/v2/app/manifests/" + tag, manifest, "Content-Type", Caller.OCI_MANIFEST);
    }

    private HttpResponse<byte[]> send(String method, String target) {
        return caller.send(method, target, null);
    }
}
