// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes and Docker's manifest lists: what they need, what is told of them, and what becomes of their children. */
class IndexesTest {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String ABSENT = "sha256:" + "ab".repeat(32);
    private static final String AS_LONG = "sha512:" + "cd".repeat(64);

    private final RegistryEmulator emulator =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, DOCKER_LIST})
    void put_withChildrenThatAreMissing_namesEachOnce(String type) {
        String there = emulator.seed().image("app", "v1");

        HttpResponse<byte[]> answer = put(type, child(AS_LONG), child(there), child(ABSENT), child(ABSENT));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer))
                .isEqualTo("{\"errors\":[{\"code\":\"MANIFEST_BLOB_UNKNOWN\",\"message\":\"blob unknown to registry\","
                        + "\"detail\":\"" + AS_LONG + "\"},{\"code\":\"MANIFEST_BLOB_UNKNOWN\",\"message\":"
                        + "\"blob unknown to registry\",\"detail\":\"" + ABSENT + "\"}]}\n");
    }

    @Test
    void put_withAChildOfAnotherRepository_isRefused() {
        String elsewhere = emulator.seed().image("other", "v1");

        assertThat(put(INDEX, child(elsewhere)).statusCode()).isEqualTo(400);
    }

    @Test
    void put_withABlobAsChild_isRefused() {
        String blob = emulator.seed().blob("app", Caller.bytes("{}"));

        assertThat(put(INDEX, child(blob)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, DOCKER_LIST})
    void properties_nameTheChildrenInOrderWithTheirPlatforms(String type) {
        String arm = emulator.seed().image("app", "arm", "arm64", "linux");
        String amd = emulator.seed().image("app", "amd", "amd64", "windows");
        String other = emulator.seed().referrer("app", arm, "application/vnd.example");
        String unknown = "\"platform\":{\"architecture\":\"unknown\",\"os\":\"unknown\"},";

        String index = digest(put(type, child(arm), child(other, unknown), child(amd)));

        assertThat(references(index))
                .containsExactly(
                        "{\"digest\":\"" + arm + "\",\"architecture\":\"arm64\",\"os\":\"linux\"}",
                        "{\"digest\":\"" + other + "\",\"architecture\":\"unknown\",\"os\":\"unknown\"}",
                        "{\"digest\":\"" + amd + "\",\"architecture\":\"amd64\",\"os\":\"windows\"}");
        assertThat(properties(index).get("mediaType").getAsString()).isEqualTo(type);
        assertThat(properties(index).has("architecture")).isFalse();
    }

    @Test
    void properties_showTheDeclaredPlatformRatherThanTheChildsOwn() {
        String image = emulator.seed().image("app", "v1", "arm64", "linux");

        String index = digest(put(
                INDEX, child(image, "\"platform\":{\"architecture\":\"arm\",\"os\":\"linux\",\"variant\":\"v7\"},")));

        assertThat(references(index))
                .containsExactly("{\"digest\":\"" + image + "\",\"architecture\":\"arm\",\"os\":\"linux\"}");
    }

    @Test
    void index_ofIndexes_isTakenAndCountsWhatIsInThem() {
        String inner = emulator.seed().index("app", "inner", "linux/amd64", "linux/arm64");
        String image = emulator.seed().image("app", "v1");

        String outer = digest(put(INDEX, child(inner), child(image)));

        assertThat(references(outer))
                .containsExactly(
                        "{\"digest\":\"" + inner + "\"}",
                        "{\"digest\":\"" + image + "\",\"architecture\":\"amd64\",\"os\":\"linux\"}");
        assertThat(size(outer)).isEqualTo(size(inner) + size(image));
        assertThat(get("/v2/app/manifests/" + outer).statusCode()).isEqualTo(200);
    }

    @Test
    void delete_ofAnIndex_leavesItsChildren() {
        String image = emulator.seed().image("app", "v1");
        String index = digest(put(INDEX, child(image)));

        assertThat(delete(index).statusCode()).isEqualTo(202);

        assertThat(get("/v2/app/manifests/" + index).statusCode()).isEqualTo(404);
        assertThat(get("/v2/app/manifests/v1").statusCode()).isEqualTo(200);
    }

    @Test
    void delete_ofAChild_leavesTheIndexAndWhatItSays() {
        String image = emulator.seed().image("app", "v1");
        String index = digest(put(INDEX, child(image)));

        assertThat(delete(image).statusCode()).isEqualTo(202);

        assertThat(get("/v2/app/manifests/" + index).statusCode()).isEqualTo(200);
        assertThat(references(index))
                .containsExactly("{\"digest\":\"" + image + "\",\"architecture\":\"amd64\",\"os\":\"linux\"}");
    }

    @Test
    void lock_onAnIndex_holdsItButNotItsChildren() {
        String image = emulator.seed().image("app", "v1");
        String index = digest(put(INDEX, child(image)));
        lock(index);

        assertThat(delete(index).statusCode()).isEqualTo(405);
        assertThat(delete(image).statusCode()).isEqualTo(202);
    }

    @Test
    void lock_onAChild_holdsItButNotItsIndex() {
        String image = emulator.seed().image("app", "v1");
        String index = digest(put(INDEX, child(image)));
        lock(image);

        assertThat(delete(image).statusCode()).isEqualTo(405);
        assertThat(delete(index).statusCode()).isEqualTo(202);
        assertThat(get("/v2/app/manifests/" + image).statusCode()).isEqualTo(200);
    }

    @Test
    void delete_ofAnIndex_takesItsReferrersButNotThoseOfItsChildren() {
        String image = emulator.seed().image("app", "v1");
        String index = digest(put(INDEX, child(image)));
        String ofIndex = emulator.seed().referrer("app", index, "application/vnd.example");
        String ofImage = emulator.seed().referrer("app", image, "application/vnd.example");

        delete(index);

        assertThat(get("/v2/app/manifests/" + ofIndex).statusCode()).isEqualTo(404);
        assertThat(get("/v2/app/manifests/" + ofImage).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> put(String type, String... children) {
        String index = "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"manifests\":["
                + String.join(",", children) + "]}";
        return caller.send("PUT", "/v2/app/manifests/index", Caller.bytes(index), "Content-Type", type);
    }

    private static String child(String digest) {
        return child(digest, "");
    }

    private static String child(String digest, String members) {
        return "{\"mediaType\":\"" + Caller.OCI_MANIFEST + "\"," + members + "\"digest\":\"" + digest
                + "\",\"size\":7}";
    }

    private static String digest(HttpResponse<byte[]> pushed) {
        assertThat(pushed.statusCode()).isEqualTo(201);
        return Caller.header(pushed, "Docker-Content-Digest");
    }

    private JsonObject properties(String digest) {
        return JsonParser.parseString(Caller.text(get("/acr/v1/app/_manifests/" + digest)))
                .getAsJsonObject()
                .getAsJsonObject("manifest");
    }

    private List<String> references(String digest) {
        List<String> references = new ArrayList<>();
        for (JsonElement reference : properties(digest).getAsJsonArray("references")) {
            references.add(reference.toString());
        }
        return references;
    }

    private long size(String digest) {
        return properties(digest).get("imageSize").getAsLong();
    }

    private void lock(String digest) {
        HttpResponse<byte[]> answer =
                caller.send("PATCH", "/acr/v1/app/_manifests/" + digest, Caller.bytes("{\"deleteEnabled\":false}"));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> delete(String digest) {
        return caller.send("DELETE", "/v2/app/manifests/" + digest, null);
    }

    private HttpResponse<byte[]> get(String target) {
        return caller.send("GET", target, null);
    }
}
