// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import io.longshore.replay.recording.Content;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an emulator holds before one recording; several parts where a file holds several recordings, each with an
 * emulator of its own.
 */
record Scenario(String recording, List<Part> parts) {
    private static final String HELLO_WORLD = "library/hello-world";
    private static final String ALPINE = "library/alpine";
    private static final String ARTIFACT = "oci-artifact";
    private static final String ROCKET = "sha256:40ffdd374169792a66d0e33f81c319471d120044e15b238d53428ae175933835";
    private static final Content ONES = Content.repeated((byte) 1, 1024);
    private static final Content TENS = Content.repeated((byte) 10, 1024);
    private static final int END = Integer.MAX_VALUE;

    /**
     * A continuous stretch.
     *
     * @param from index of its first exchange
     * @param to index after its last exchange
     * @param anonymous whether the registry allows anonymous pull
     */
    record Part(int from, int to, boolean anonymous, Consumer<Stage> before) {}

    static List<Scenario> all() {
        return Stream.concat(metadata().stream(), content().stream()).toList();
    }

    private static List<Scenario> metadata() {
        return List.of(
                of("01-auth-challenge-exchange-token", stage -> stage.asRecorded(ARTIFACT)),
                anonymous(
                        "02-anonymous-token-insufficient-scope",
                        stage -> stage.emulator().seed().image(HELLO_WORLD, "v1")),
                anonymous(
                        "03-anonymous-catalog", stage -> stage.emulator().seed().image(HELLO_WORLD, "v1")),
                of("04-catalog-paging", Scenario::fourRepositories),
                of("05-repository-get-patch", Scenario::countedRepository),
                of("06-repository-unknown", part(0, 1, stage -> {}), part(1, 2, stage -> {})),
                of(
                        "07-repository-delete",
                        part(0, 1, stage -> stage.push("library/hello-seattle", first(stage), "latest")),
                        part(1, 3, stage -> stage.push(ARTIFACT, ROCKET, "v1"))),
                of("08-tag-patch", stage -> stage.asRecorded(ALPINE)),
                of(
                        "09-tag-delete-and-unknown",
                        part(0, 2, stage -> stage.push(ALPINE, first(stage), "v3")),
                        part(2, 3, stage -> stage.emulator().seed().image(HELLO_WORLD, "latest"))),
                of("10-tags-list-orderby-digest-paging", stage -> stage.asRecorded(HELLO_WORLD)),
                of("11-tags-list-unencoded-path", Scenario::tagsAround),
                of("12-manifests-list-orderby-paging", stage -> stage.asRecorded(HELLO_WORLD)),
                anonymous("13-manifests-list-default-order", Scenario::manifestsBefore),
                of("14-manifests-list-timedesc", stage -> stage.asRecorded("library/node")),
                of("15-manifest-properties-multiarch", stage -> stage.asRecorded(HELLO_WORLD)),
                of("16-manifest-properties-patch", stage -> stage.asRecorded(ALPINE)),
                of("17-manifest-properties-single", stage -> stage.asRecorded(ARTIFACT)),
                of("22-unroutable-reference", stage -> {}));
    }

    private static List<Scenario> content() {
        return List.of(
                of("18-manifest-put-get-oci-by-tag", Scenario::rocketBlobs),
                of("19-docker-image-push-monolithic", stage -> {}),
                of("20-artifact-manifest-by-digest", stage -> {}),
                of("21-manifest-delete-and-unknown", stage -> stage.push(ALPINE, first(stage))),
                of("23-blob-upload-post-patch-put", stage -> {}),
                of("24-blob-upload-chunks-content-range", stage -> {}),
                of("25-blob-download-redirect", stage -> stage.blob(repository(stage), ONES)),
                of("26-blob-download-ranges", stage -> stage.blob(repository(stage), TENS)),
                of("27-blob-download-range-beyond-end", stage -> stage.blob(repository(stage), ONES)),
                of("28-blob-delete", part(0, 3, stage -> stage.blob(repository(stage), ONES)), part(3, 4, stage -> {})),
                of("29-manifest-get-accept-conversion", part(0, 1, Scenario::manifestList)));
    }

    private static Scenario of(String recording, Part... parts) {
        return new Scenario(recording, List.of(parts));
    }

    private static Scenario of(String recording, Consumer<Stage> before) {
        return of(recording, part(0, END, before));
    }

    private static Scenario anonymous(String recording, Consumer<Stage> before) {
        return of(recording, new Part(0, END, true, before));
    }

    private static Part part(int from, int to, Consumer<Stage> before) {
        return new Part(from, to, false, before);
    }

    /** The first manifest, by digest, that the recording tells of. */
    private static String first(Stage stage) {
        return Known.within(stage.exchanges()).manifests().keySet().iterator().next();
    }

    private static String repository(Stage stage) {
        return stage.exchanges().get(0).asked().plainPath().replaceFirst("^/v2/(.+)/blobs/.*", "$1");
    }

    private static void fourRepositories(Stage stage) {
        for (String name : List.of("alpine", "busybox", "hello-world", "node")) {
            stage.emulator().seed().image("library/" + name, "latest");
        }
    }

    /** Ten manifests and five tags; the last change is older than the repository, as the service had it. */
    private static void countedRepository(Stage stage) {
        stage.at("2021-05-10T15:38:32.7001869Z");
        stage.emulator().seed().index(HELLO_WORLD, "latest", "linux/a", "linux/b", "linux/c", "linux/d", "linux/e");
        stage.at("2021-05-10T15:38:30.9547013Z");
        for (String tag : List.of("v1", "v2", "v3", "v4")) {
            stage.emulator().seed().image(HELLO_WORLD, tag);
        }
    }

    private static void tagsAround(Stage stage) {
        stage.asRecorded(HELLO_WORLD);
        stage.push(HELLO_WORLD, first(stage), "v1", "v3");
    }

    private static void manifestsBefore(Stage stage) {
        stage.asRecorded(HELLO_WORLD);
        stage.push(HELLO_WORLD, StandIns.last());
    }

    private static void rocketBlobs(Stage stage) {
        stage.standIns().get(ROCKET).blobs().forEach(blob -> stage.blob(ARTIFACT, blob));
    }

    /** The list itself is not recorded; it names the recorded child for linux/amd64, after another. */
    private static void manifestList(Stage stage) {
        String type = "application/vnd.docker.distribution.manifest.list.v2+json";
        String child = stage.exchanges()
                .get(0)
                .answered()
                .header("Docker-Content-Digest")
                .orElseThrow();
        StandIn amd64 = stage.standIns().get(child);
        StandIn other = StandIns.last();
        stage.push(HELLO_WORLD, other);
        String list = "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"manifests\":[" + entry(other, "arm64")
                + "," + entry(amd64, "amd64") + "]}";
        stage.push(HELLO_WORLD, new StandIn(Content.of(list), type, List.of(), List.of(child)), "latest");
    }

    private static String entry(StandIn child, String architecture) {
        return "{\"mediaType\":\"" + child.mediaType() + "\",\"size\":"
                + child.content().length() + ",\"digest\":\"" + child.digest() + "\",\"platform\":{\"architecture\":\""
                + architecture + "\",\"os\":\"linux\"}}";
    }
}
