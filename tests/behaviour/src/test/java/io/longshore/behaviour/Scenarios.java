// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.util.BinaryData;
import io.longshore.emulator.Fault;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the library does, as steps. */
final class Scenarios {
    private static final String APP = Seeds.APP;
    private static final String HELLO = "library/hello-world";
    private static final String ABSENT = "sha256:" + "0".repeat(64);

    private Scenarios() {}

    static Map<String, List<Step>> all() {
        Map<String, List<Step>> scenarios = new LinkedHashMap<>();
        scenarios.put("repositories", repositories());
        scenarios.put("repository properties", repositoryProperties());
        scenarios.put("manifest listing", manifestListing());
        scenarios.put("tag listing", tagListing());
        scenarios.put("artifact properties", artifactProperties());
        scenarios.put("locks", locks());
        scenarios.put("deletes", deletes());
        scenarios.put("blobs", blobs());
        scenarios.put("contents", ContentScenarios.contents());
        scenarios.put("sha512", ContentScenarios.sha512());
        scenarios.put("broken lines", ContentScenarios.brokenLines());
        scenarios.put("push and pull", pushAndPull());
        scenarios.put("rejected arguments", rejectedArguments());
        scenarios.put("malformed names", malformedNames());
        scenarios.put("faults", faults());
        scenarios.put("handed out tokens", TokenScenarios.handedOut());
        return scenarios;
    }

    private static List<Step> repositories() {
        return List.of(
                Step.of("list all", Way::repositoryNames),
                Step.of("pages of one", way -> way.repositoryPages(1, Optional.empty())),
                Step.of(
                        "from the middle, by the link's whole value",
                        way -> way.repositoryPages(
                                1,
                                Optional.of(
                                        "</acr/v1/_catalog?last=library%2Fhello-world&n=1&orderby=>; rel=\"next\""))),
                Step.of(
                        "from the middle, by its target",
                        way -> way.repositoryPages(1, Optional.of("/acr/v1/_catalog?last=other&n=1"))),
                Step.of(
                        "a token for another host",
                        way -> way.repositoryPages(1, Optional.of("https://elsewhere.example.com/acr/v1/_catalog"))));
    }

    private static List<Step> repositoryProperties() {
        ContainerRepositoryProperties locked = new ContainerRepositoryProperties()
                .setDeleteEnabled(false)
                .setWriteEnabled(false)
                .setListEnabled(false)
                .setReadEnabled(false);
        return List.of(
                Step.of("read", way -> way.properties(APP)),
                Step.of("lock all", way -> way.update(APP, locked)),
                Step.of("read while locked", way -> way.properties(APP)),
                Step.of("unlock one", way -> way.update(APP, new ContainerRepositoryProperties().setReadEnabled(true))),
                Step.of("unknown", way -> way.properties("no/such")));
    }

    private static List<Step> manifestListing() {
        return List.of(
                Step.of("default order", way -> way.manifests(APP, ArtifactManifestOrder.NONE)),
                Step.of("newest first", way -> way.manifests(APP, ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING)),
                Step.of("oldest first", way -> way.manifests(APP, ArtifactManifestOrder.LAST_UPDATED_ON_ASCENDING)),
                Step.of("children of an index too", way -> way.manifests(HELLO, ArtifactManifestOrder.NONE)),
                Step.of("pages of two", way -> way.manifestPages(APP, 2, Optional.empty())),
                Step.of("unknown repository", way -> way.manifests("no/such", ArtifactManifestOrder.NONE)));
    }

    private static List<Step> tagListing() {
        return List.of(
                Step.of("whole repository", way -> way.allTags(APP, ArtifactTagOrder.NONE)),
                Step.of("newest first", way -> way.allTags(APP, ArtifactTagOrder.LAST_UPDATED_ON_DESCENDING)),
                Step.of("of one manifest by tag", way -> way.tagsOf(APP, "v3", ArtifactTagOrder.NONE)),
                Step.of("pages of the tags of one manifest", way -> way.tagPages(APP, "v1", 2, Optional.empty()))
                        .after(registry -> {
                            for (int i = 0; i < 5; i++) {
                                alias(registry, "alias" + i);
                            }
                        }),
                Step.of(
                        "from the middle",
                        way -> way.tagPages(APP, "v1", 2, Optional.of("/acr/v1/samples/app/_tags?last=alias1&n=2"))),
                Step.of("of an unknown tag", way -> way.tagsOf(APP, "nope", ArtifactTagOrder.NONE)));
    }

    private static void alias(io.longshore.emulator.RegistryEmulator registry, String tag) {
        registry.seed().image(APP, "v1");
        Way way = Clients.of(registry).sync();
        way.setManifest(
                APP,
                new SetManifestOptions(way.manifest(APP, "v1").getManifest(), ManifestMediaType.OCI_IMAGE_MANIFEST)
                        .setTag(tag));
    }

    private static List<Step> artifactProperties() {
        return List.of(
                Step.of("manifest by tag", way -> way.manifestProperties(APP, "v2")),
                Step.of("index with its children", way -> way.manifestProperties(HELLO, "latest")),
                Step.of("tag", way -> way.tagProperties(APP, "v2")),
                Step.of("unknown tag", way -> way.tagProperties(APP, "nope")),
                Step.of("unknown digest", way -> way.manifestProperties(APP, ABSENT)),
                Step.of("reference by tag", way -> way.fullyQualifiedReference(APP, "v1")),
                Step.of("reference by digest", way -> way.fullyQualifiedReference(APP, ABSENT)));
    }

    private static List<Step> locks() {
        ArtifactTagProperties locked =
                new ArtifactTagProperties().setWriteEnabled(false).setDeleteEnabled(false);
        ArtifactTagProperties open =
                new ArtifactTagProperties().setWriteEnabled(true).setDeleteEnabled(true);
        return List.of(
                Step.of("lock a tag", way -> way.updateTag(APP, "v1", locked)),
                Step.of("its manifest stays open", way -> way.manifestProperties(APP, "v1")),
                Step.of("deleting it is refused", way -> way.deleteTag(APP, "v1")),
                Step.of("unlock it", way -> way.updateTag(APP, "v1", open)),
                Step.of("deleting it works", way -> way.deleteTag(APP, "v1")),
                Step.of(
                        "lock a manifest",
                        way -> way.updateManifest(APP, "v2", new ArtifactManifestProperties().setDeleteEnabled(false))),
                Step.of("deleting it is refused", way -> way.deleteArtifact(APP, "v2")));
    }

    private static List<Step> deletes() {
        return List.of(
                Step.of("tag", way -> way.deleteTag(APP, "v1")),
                Step.of("tag again", way -> way.deleteTag(APP, "v1")),
                Step.of("manifest by tag", way -> way.deleteArtifact(APP, "v2")),
                Step.of("manifest by a tag that is gone", way -> way.deleteArtifact(APP, "v2")),
                Step.of("manifest by an unknown digest", way -> way.deleteArtifact(APP, ABSENT)),
                Step.of("manifest through the content client", way -> way.deleteManifest(APP, ABSENT)),
                Step.of("unknown blob", way -> way.deleteBlob(APP, ABSENT)),
                Step.of("repository", way -> way.deleteSelf("other")),
                Step.of("repository again", way -> way.deleteSelf("other")),
                Step.of("repository through the client", way -> way.deleteRepository(HELLO)),
                Step.of("what is left", Way::repositoryNames));
    }

    private static List<Step> blobs() {
        byte[] large = new byte[20 * 1024 * 1024 + 3];
        new Random(1).nextBytes(large);
        byte[] slice = java.util.Arrays.copyOf(large, 8 * 1024 * 1024);
        String known = digest(Seeds.BLOB_TEXT.getBytes(StandardCharsets.UTF_8));
        return List.of(
                Step.of("download", way -> way.download(APP, known)),
                Step.of("download an unknown one", way -> way.download(APP, ABSENT)),
                Step.of("download with no digest", way -> way.download(APP, "BadDigest")),
                Step.of("upload a small one", way -> way.upload(APP, BinaryData.fromString("small"))),
                Step.of("upload nothing", way -> way.upload(APP, BinaryData.fromBytes(new byte[0]))),
                Step.of("download nothing", way -> way.download(APP, digest(new byte[0]))),
                Step.of("upload exactly one slice", way -> way.upload(APP, BinaryData.fromBytes(slice))),
                Step.of("upload several slices", way -> way.upload(APP, BinaryData.fromBytes(large))),
                Step.of("download several slices", way -> way.download(APP, digest(large))),
                Step.of("delete", way -> way.deleteBlob(APP, known)));
    }

    private static List<Step> pushAndPull() {
        return List.of(
                Step.of("push and pull", Scenarios::pushAndPull),
                Step.of("manifest whose blobs are missing", way -> way.setManifest(APP, manifest(ABSENT, 1), "bad")),
                Step.of("unknown manifest", way -> way.manifest(APP, "nope")),
                Step.of("unknown manifest by digest", way -> way.manifest(APP, ABSENT)),
                Step.of("an index, byte for byte", way -> way.manifest(HELLO, "latest")));
    }

    private static Object pushAndPull(Way way) {
        UploadRegistryBlobResult blob = way.upload("fresh/repository", BinaryData.fromString("content"));
        String digest = way.setManifest("fresh/repository", manifest(blob.getDigest(), blob.getSizeInBytes()), "v1");
        return List.of(
                digest,
                way.manifest("fresh/repository", "v1"),
                way.manifest("fresh/repository", digest),
                way.download("fresh/repository", blob.getDigest()));
    }

    private static OciImageManifest manifest(String digest, long size) {
        OciDescriptor content = new OciDescriptor()
                .setMediaType("application/vnd.oci.image.layer.v1.tar")
                .setDigest(digest)
                .setSizeInBytes(size);
        return new OciImageManifest().setConfiguration(content).setLayers(List.of(content));
    }

    private static List<Step> rejectedArguments() {
        return List.of(
                Step.of("no repository", way -> way.deleteRepository(null)),
                Step.of("empty repository", way -> way.deleteRepository("")),
                Step.of("repository that leads elsewhere", way -> way.deleteRepository("a/../b")),
                Step.of("artifact without repository", way -> way.fullyQualifiedReference(null, "v1")),
                Step.of("artifact without reference", way -> way.fullyQualifiedReference(APP, null)),
                Step.of("artifact with an empty reference", way -> way.fullyQualifiedReference(APP, "")),
                Step.of("no tag", way -> way.tagProperties(APP, null)),
                Step.of("empty tag", way -> way.deleteTag(APP, "")),
                Step.of("tag with a slash", way -> way.deleteTag(APP, "a/b")),
                Step.of("no tag changes", way -> way.updateTag(APP, "v1", null)),
                Step.of("no manifest changes", way -> way.updateManifest(APP, "v1", null)),
                Step.of("no repository changes", way -> way.update(APP, null)),
                Step.of("no content", way -> way.upload(APP, null)),
                Step.of("no digest to download", way -> way.download(APP, null)),
                Step.of("no digest to delete", way -> way.deleteBlob(APP, null)),
                Step.of("no manifest digest to delete", way -> way.deleteManifest(APP, null)),
                Step.of("no manifest", way -> way.setManifest(APP, null, "v1")),
                Step.of("no options", way -> way.setManifest(APP, (SetManifestOptions) null)),
                Step.of("no manifest to read", way -> way.manifest(APP, "")));
    }

    private static List<Step> malformedNames() {
        return List.of(
                Step.of("repository in upper case", way -> way.properties("UPPER")),
                Step.of("repository with a space", way -> way.properties("a b")),
                Step.of("tag with a space", way -> way.tagProperties(APP, "a b")),
                Step.of("digest that is none", way -> way.manifestProperties(APP, "sha256:xyz")),
                Step.of("manifest reference with a space", way -> way.manifest(APP, "a b")));
    }

    private static List<Step> faults() {
        return List.of(
                Step.of("a list survives 503", Way::repositoryNames)
                        .after(registry -> registry.faults()
                                .add(Fault.status(503).on("GET", ".*_catalog.*").times(2))),
                Step.of("a list survives a lost answer", Way::repositoryNames)
                        .after(registry -> registry.faults()
                                .add(Fault.loseResponse()
                                        .on("GET", ".*_catalog.*")
                                        .times(1))),
                Step.of("throttled for good", Way::repositoryNames)
                        .after(registry -> registry.faults()
                                .add(Fault.throttle(Duration.ZERO).on("GET", ".*_catalog.*"))),
                Step.of(
                                "an upload's slice is sent once",
                                way -> way.upload(APP, BinaryData.fromBytes(new byte[9 * 1024 * 1024])))
                        .after(registry -> {
                            registry.faults().clear();
                            registry.faults()
                                    .add(Fault.status(503).on("PATCH", ".*").times(1));
                        }));
    }

    static String digest(byte[] content) {
        try {
            java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
            return "sha256:" + java.util.HexFormat.of().formatHex(sha.digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
