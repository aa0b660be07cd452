// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String SBOM =
            "{\"mediaType\":\"application/vnd.oci.artifact.manifest.v1+json\",\"artifactType\":\"application/vnd.example.sbom.v1\"}";
    private static final String ABSENT = "sha256:" + "ab".repeat(32);

    private final RegistryEmulator emulator =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void put_byTag_namesTheDigest() {
        String config = emulator.seed().blob("oci-artifact", Caller.bytes("{}"));
        String manifest = image(DOCKER, config);

        HttpResponse<byte[]> answer = put("oci-artifact", "v2", DOCKER, manifest);

        String digest = Caller.sha256(Caller.bytes(manifest));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("0");
        assertThat(Caller.header(answer, "Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.header(answer, "Location")).isEqualTo("/v2/oci-artifact/manifests/" + digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s {}", "/* */%s", "%s,", "["})
    void put_ofWhatIsNotStrictlyJson_isInvalid(String form) {
        String manifest = image(DOCKER, emulator.seed().blob("app", Caller.bytes("{}")));

        HttpResponse<byte[]> answer = put("app", "v1", DOCKER, String.format(form, manifest));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"MANIFEST_INVALID\"");
    }

    @Test
    void put_withNullForAnEmptyList_isAccepted() {
        String config = emulator.seed().blob("app", Caller.bytes("{}"));
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + config + "\"},\"layers\":null}";

        assertThat(put("app", "v1", DOCKER, manifest).statusCode()).isEqualTo(201);
        assertThat(put("app", "v2", INDEX, "{\"schemaVersion\":2,\"manifests\":null}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void put_ofTheSameBytesAsAnotherType_countsAsTheNewType() {
        String manifest =
                "{\"config\":{\"digest\":\"" + emulator.seed().blob("app", Caller.bytes("{}")) + "\"},\"layers\":[]}";
        put("app", "v1", DOCKER, manifest);

        put("app", "v1", Caller.OCI_MANIFEST, manifest);

        assertThat(Caller.header(get("/v2/app/manifests/v1", "*/*"), "Content-Type"))
                .isEqualTo(Caller.OCI_MANIFEST);
    }

    @Test
    void put_withSizesThatOverflow_isInvalid() {
        String layer = "{\"digest\":\"" + emulator.seed().blob("app", Caller.bytes("{}")) + "\",\"size\":"
                + Long.MAX_VALUE + "}";

        assertThat(Caller.text(put(
                        "app", "v1", DOCKER, "{\"config\":" + layer + ",\"layers\":[" + layer + "," + layer + "]}")))
                .contains("\"code\":\"MANIFEST_INVALID\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", ":", "sha256:../../../../etc/passwd", "sha256:"})
    void put_withADigestThatIsNone_saysThatItIsMissing(String digest) {
        String manifest = "{\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                + digest + "\"},\"layers\":[]}";

        HttpResponse<byte[]> answer = put("app", "v1", Caller.OCI_MANIFEST, manifest);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"MANIFEST_BLOB_UNKNOWN\"");
    }

    @Test
    void get_byTag_givesBytesTypeAndDigest() {
        put("library%2Fhello-world", "x", ARTIFACT, SBOM);

        HttpResponse<byte[]> answer = get("/v2/library%2Fhello-world/manifests/x", "*/*,application/json");

        String digest = "sha256:5e26806ad588456fa2b9ca9f2bdd531f114718b4d1f1d4a9029e96ddb2d8f2a6";
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.text(answer)).isEqualTo(SBOM);
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo(ARTIFACT);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("110");
        assertThat(Caller.header(answer, "Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.header(answer, "ETag")).isEqualTo("\"" + digest + "\"");
    }

    @Test
    void head_hasTheHeadersOfGet() {
        put("app", "x", ARTIFACT, SBOM);

        HttpResponse<byte[]> answer = caller.send("HEAD", "/v2/app/manifests/x", null, "Accept", ARTIFACT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("110");
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo(ARTIFACT);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void get_ofUnknownThings_isNotFound() {
        HttpResponse<byte[]> tag = get("/v2/app/manifests/demo", "*/*");
        HttpResponse<byte[]> digest = get("/v2/app/manifests/" + ABSENT, "*/*");

        assertThat(Caller.header(tag, "Content-Length")).isEqualTo("118");
        assertThat(Caller.text(tag))
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest tagged by \\\"demo\\\" is not"
                                + " found\",\"detail\":{\"Tag\":\"demo\"}}]}\n");
        assertThat(Caller.text(digest))
                .isEqualTo("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest " + ABSENT
                        + " is not found\"}]}\n");
    }

    @Test
    void get_withoutTheOciTypeInAccept_isNotFound() {
        emulator.seed().image("app", "image");
        emulator.seed().index("app", "index", "linux/amd64");
        put("app", "artifact", ARTIFACT, SBOM);

        assertThat(Caller.text(get("/v2/app/manifests/image", DOCKER)))
                .contains("OCI manifest found, but accept header does not support OCI manifests");
        assertThat(Caller.text(get("/v2/app/manifests/index", DOCKER)))
                .contains("OCI index found, but accept header does not support OCI indexes");
        assertThat(Caller.text(get("/v2/app/manifests/artifact", DOCKER)))
                .contains("OCI artifact found, but accept header does not support OCI artifacts");
    }

    @Test
    void get_ofADockerListAsV2_givesTheAmd64Child() {
        String config = emulator.seed().blob("app", Caller.bytes("{}"));
        String child = image(DOCKER, config);
        String digest = Caller.header(put("app", "child", DOCKER, child), "Docker-Content-Digest");
        String list = "{\"schemaVersion\":2,\"mediaType\":\"" + DOCKER_LIST + "\",\"manifests\":[{\"mediaType\":\""
                + DOCKER + "\",\"digest\":\"" + digest
                + "\",\"size\":1,\"platform\":{\"architecture\":\"amd64\",\"os\":\"linux\"}}]}";
        put("app", "latest", DOCKER_LIST, list);

        HttpResponse<byte[]> converted = get("/v2/app/manifests/latest", DOCKER);

        assertThat(Caller.text(converted)).isEqualTo(child);
        assertThat(Caller.header(converted, "Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.text(get("/v2/app/manifests/latest", DOCKER_LIST))).isEqualTo(list);
    }

    @Test
    void get_ofWhatTheCallerHas_isNotModified() {
        String digest = emulator.seed().image("app", "v1");

        HttpResponse<byte[]> answer =
                caller.send("GET", "/v2/app/manifests/v1", null, "If-None-Match", "\"" + digest + "\"");

        assertThat(answer.statusCode()).isEqualTo(304);
    }

    @Test
    void put_withMissingBlobs_namesEachConfigFirst() {
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"sha256:" + "11".repeat(32)
                + "\"},\"layers\":[{\"digest\":\"sha256:" + "22".repeat(32) + "\"}]}";

        HttpResponse<byte[]> answer = put("app", "v1", Caller.OCI_MANIFEST, manifest);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("319");
        assertThat(Caller.text(answer))
                .isEqualTo("{\"errors\":[{\"code\":\"MANIFEST_BLOB_UNKNOWN\",\"message\":\"blob unknown to registry\","
                        + "\"detail\":\"sha256:" + "11".repeat(32)
                        + "\"},{\"code\":\"MANIFEST_BLOB_UNKNOWN\",\"message\":"
                        + "\"blob unknown to registry\",\"detail\":\"sha256:" + "22".repeat(32) + "\"}]}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
                "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"
            })
    void put_withALayerThatIsKeptElsewhere_isAccepted(String type) {
        String config = emulator.seed().blob("app", Caller.bytes("{}"));
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + config
                + "\"},\"layers\":[{\"mediaType\":\"" + type + "\",\"digest\":\"" + ABSENT + "\",\"size\":1}]}";

        assertThat(put("app", "v1", Caller.OCI_MANIFEST, manifest).statusCode()).isEqualTo(201);
    }

    @Test
    void put_thatContradictsItself_isInvalid() {
        assertThat(Caller.text(put("app", "v1", Caller.OCI_MANIFEST, SBOM))).contains("\"code\":\"MANIFEST_INVALID\"");
        assertThat(put("app", "v1", INDEX, "{\"manifests\":[],\"layers\":[]}").statusCode())
                .isEqualTo(400);
        assertThat(put("app", "v1", "text/plain", "{}").statusCode()).isEqualTo(400);
        assertThat(put("app", "v1", INDEX, "{").statusCode()).isEqualTo(400);
    }

    @Test
    void put_underAnotherDigest_isRefused() {
        HttpResponse<byte[]> answer = put("app", ABSENT, ARTIFACT, SBOM);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("DIGEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:none", "sha256:", ":", "sha256:0123456789abcdef0123456789abcdeg"})
    void put_underWhatIsNoDigest_isRefused(String reference) {
        HttpResponse<byte[]> answer = put("app", reference, ARTIFACT, SBOM);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"DIGEST_INVALID\"", "digest parsing failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "POST"})
    void otherMethods_onWhatIsNoDigest_findNoRoute(String method) {
        HttpResponse<byte[]> answer = caller.send(method, "/v2/app/manifests/sha256:none", null);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.text(answer)).isEqualTo("404 page not found\n");
    }

    @Test
    void put_underAReferenceWithASpace_findsNoRoute() {
        HttpResponse<byte[]> answer = put("app", "sha256:no%20ne", ARTIFACT, SBOM);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.text(answer)).isEqualTo("404 page not found\n");
    }

    @Test
    void put_ofMoreThanFourMebibytes_isTooLarge() {
        assertThat(put("app", "v1", ARTIFACT, " ".repeat(4 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void put_ofFourMebibytes_isTaken() {
        String start = "{\"mediaType\":\"" + ARTIFACT + "\",\"annotations\":{\"a\":\"";
        String end = "\"}}";
        String manifest = start + "x".repeat(4 * 1024 * 1024 - start.length() - end.length()) + end;

        assertThat(put("app", "v1", ARTIFACT, manifest).statusCode()).isEqualTo(201);
        assertThat(get("/v2/app/manifests/v1", ARTIFACT).body()).hasSize(4 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARTIFACT + ";q=0.1",
                "text/plain , " + ARTIFACT,
                "APPLICATION/vnd.oci.artifact.manifest.v1+json",
                "application/*",
                "*/*;q=0.5"
            })
    void get_withTheTypeAnywhereInAccept_isAnswered(String accept) {
        put("app", "x", ARTIFACT, SBOM);

        assertThat(get("/v2/app/manifests/x", accept).statusCode()).isEqualTo(200);
    }

    @Test
    void get_withTheTypeOnASecondLineOfAccept_isAnswered() {
        put("app", "x", ARTIFACT, SBOM);

        assertThat(caller.send("GET", "/v2/app/manifests/x", null, "Accept", DOCKER, "Accept", ARTIFACT)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void delete_byDigest_takesTheTagsAlong() {
        String digest = emulator.seed().image("app", "v1");
        emulator.seed().image("app", "v2");

        HttpResponse<byte[]> first = caller.send("DELETE", "/v2/app/manifests/" + digest, null);
        HttpResponse<byte[]> second = caller.send("DELETE", "/v2/app/manifests/" + digest, null);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(Caller.text(caller.send("GET", "/v2/app/tags/list", null)))
                .isEqualTo("{\"name\":\"app\",\"tags\":[\"v2\"]}\n");
        assertThat(Caller.header(second, "Content-Length")).isEqualTo("147");
        assertThat(Caller.text(second))
                .isEqualTo("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest " + digest
                        + " is not found\"}]}\n");
        assertThat(Caller.text(caller.send("GET", "/acr/v1/app/_manifests/" + digest, null)))
                .isEqualTo("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}\n");
    }

    @Test
    void delete_byTag_onlyUntags() {
        String digest = emulator.seed().image("app", "v1");

        assertThat(caller.send("DELETE", "/v2/app/manifests/v1", null).statusCode())
                .isEqualTo(202);
        assertThat(get("/v2/app/manifests/" + digest, "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void seededManifest_thatARegistryWouldRefuse_isAnArgumentError() {
        assertThatThrownBy(() -> emulator.seed().manifest("app", "v1", INDEX, Caller.bytes("{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MANIFEST_INVALID");
    }

    private static String image(String type, String config) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"config\":{\"digest\":\"" + config
                + "\",\"size\":171},\"layers\":[]}";
    }

    private HttpResponse<byte[]> put(String repository, String reference, String type, String manifest) {
        return caller.send(
                "PUT", "/v2/" + repository + "/manifests/" + reference, Caller.bytes(manifest), "Content-Type", type);
    }

    private HttpResponse<byte[]> get(String target, String accept) {
        return caller.send("GET", target, null, "Accept", accept);
    }
}
