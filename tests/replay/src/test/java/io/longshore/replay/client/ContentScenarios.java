// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.replay.client.Scenario.Recorded;
import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import java.util.List;

/** Manifests and blobs. */
final class ContentScenarios {
    private static final String ARTIFACT = "oci-artifact";
    private static final String HELLO_WORLD = "library/hello-world";
    private static final String CONTENT_DIGEST = "Docker-Content-Digest";

    private ContentScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of("18-manifest-put-get-oci-by-tag", Scenario.all(ContentScenarios::ociByTag)),
                Scenario.of("19-docker-image-push-monolithic", Scenario.all(ContentScenarios::dockerImage)),
                Scenario.of("20-artifact-manifest-by-digest", Scenario.all(ContentScenarios::artifactByDigest)),
                Scenario.of("21-manifest-delete-and-unknown", Scenario.all(ContentScenarios::manifestDeletedTwice)),
                Scenario.of("23-blob-upload-post-patch-put", Scenario.all(ContentScenarios::upload)),
                Scenario.of("24-blob-upload-chunks-content-range", Scenario.all(ContentScenarios::uploadInSlices)),
                Scenario.of(
                        "25-blob-download-redirect",
                        Scenario.all((library, recorded) -> download(library, recorded.request(2)))),
                Scenario.of(
                        "26-blob-download-ranges",
                        Scenario.all((library, recorded) -> download(library, recorded.request(0)))),
                Scenario.of(
                        "27-blob-download-range-beyond-end",
                        Scenario.all((library, recorded) -> download(library, recorded.request(0)))),
                Scenario.of(
                        "28-blob-delete",
                        Scenario.part(0, 3, ContentScenarios::deleteBlob),
                        Scenario.part(3, 4, ContentScenarios::deleteBlob)),
                Scenario.of(
                        "29-manifest-get-accept-conversion",
                        Scenario.part(0, 1, ContentScenarios::childOfList),
                        Scenario.part(1, 2, ContentScenarios::schemaOne)));
    }

    private static void ociByTag(Library library, Recorded recorded) {
        Library.Contents contents = library.contents(ARTIFACT);
        assertThat(contents.set(manifest(recorded.request(0)).setTag("v1"))).isEqualTo(digest(recorded.answer(0)));
        assertManifest(contents.get("v1"), recorded.answer(3));
    }

    private static void dockerImage(Library library, Recorded recorded) {
        Library.Contents contents = library.contents(ARTIFACT);
        assertUploaded(contents, recorded.request(1), recorded.answer(1));
        assertUploaded(contents, recorded.request(3), recorded.answer(3));
        assertThat(contents.set(manifest(recorded.request(4)).setTag("v2"))).isEqualTo(digest(recorded.answer(4)));
        assertManifest(contents.get("v2"), recorded.answer(5));
    }

    private static void artifactByDigest(Library library, Recorded recorded) {
        Library.Contents contents = library.contents(HELLO_WORLD);
        String digest = contents.set(manifest(recorded.request(0)));
        assertThat(digest).isEqualTo(digest(recorded.answer(2)));
        assertManifest(contents.get(digest), recorded.answer(3));
        // Blobs that are not there count as deleted.
        contents.deleteBlob(last(recorded.request(6)));
        contents.deleteBlob(last(recorded.request(7)));
    }

    private static void manifestDeletedTwice(Library library, Recorded recorded) {
        String digest = last(recorded.request(0));
        Library.Artifact artifact = library.artifact("library/alpine", digest);
        artifact.delete();
        MetadataScenarios.assertNotFound(artifact::properties, "MANIFEST_UNKNOWN", "manifest unknown");
        // What is not there counts as deleted.
        artifact.delete();
    }

    private static void upload(Library library, Recorded recorded) {
        assertUploaded(library.contents(repository(recorded.request(3))), recorded.request(4), recorded.answer(5));
    }

    private static void uploadInSlices(Library library, Recorded recorded) {
        Content content = Transfers.slicedContent(recorded.exchanges());
        UploadRegistryBlobResult result =
                library.contents(repository(recorded.request(0))).upload(BinaryData.fromBytes(content.bytes()));
        assertThat(result.getDigest()).isEqualTo(content.digest());
        assertThat(result.getSizeInBytes()).isEqualTo(content.length());
    }

    private static void assertUploaded(Library.Contents contents, Asked data, Answered end) {
        Content content = data.body().orElseThrow();
        UploadRegistryBlobResult result = contents.upload(BinaryData.fromBytes(content.bytes()));
        assertThat(result.getDigest()).isEqualTo(digest(end));
        assertThat(result.getSizeInBytes()).isEqualTo(content.length());
    }

    private static void download(Library library, Asked first) {
        String digest = last(first);
        Content content = library.contents(repository(first)).download(digest);
        assertThat(content.digest()).isEqualTo(digest);
        assertThat(content.length()).isEqualTo(1024);
    }

    private static void deleteBlob(Library library, Recorded recorded) {
        Asked request = recorded.request(0);
        library.contents(repository(request)).deleteBlob(last(request));
    }

    private static void childOfList(Library library, Recorded recorded) {
        assertManifest(library.contents(HELLO_WORLD).get("latest"), recorded.answer(0));
    }

    /** The digest of a converted manifest is not that of its bytes: the library refuses what it cannot check. */
    private static void schemaOne(Library library, Recorded recorded) {
        assertThatThrownBy(() -> library.contents(HELLO_WORLD).get("latest"))
                .hasMessageContaining(digest(recorded.answer(0)))
                .hasMessageContaining("does not have the digest");
    }

    private static SetManifestOptions manifest(Asked put) {
        return new SetManifestOptions(
                BinaryData.fromBytes(put.body().orElseThrow().bytes()),
                ManifestMediaType.fromString(put.headers().get("Content-Type").orElseThrow()));
    }

    private static void assertManifest(GetManifestResult result, Answered answered) {
        assertThat(result.getDigest()).isEqualTo(digest(answered));
        assertThat(result.getManifestMediaType().toString())
                .isEqualTo(answered.header("Content-Type").orElseThrow());
        assertThat(Content.of(result.getManifest().toBytes()))
                .isEqualTo(answered.body().orElseThrow());
    }

    private static String digest(Answered answered) {
        return answered.header(CONTENT_DIGEST).orElseThrow();
    }

    private static String last(Asked asked) {
        String path = asked.plainPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String repository(Asked asked) {
        return asked.plainPath().replaceFirst("^/v2/(.+)/(blobs|manifests)/.*", "$1");
    }
}
