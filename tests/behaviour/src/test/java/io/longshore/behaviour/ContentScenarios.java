// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.models.DigestAlgorithm;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadBlobOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** Content from files and streams, into memory and into files, over lines that break. */
final class ContentScenarios {
    private static final String APP = Seeds.APP;
    private static final String KNOWN = Scenarios.digest(Seeds.BLOB_TEXT.getBytes(StandardCharsets.UTF_8));
    private static final String ABSENT = "sha256:" + "0".repeat(64);
    private static final String STORAGE = "//docker/registry/v2/blobs/";
    private static final byte[] LARGE = random(9 * 1024 * 1024 + 100);
    private static final String SHA512_OF_ABC =
            "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    private ContentScenarios() {}

    static List<Step> contents() {
        return List.of(
                Step.of("into memory", way -> way.content(APP, KNOWN)),
                Step.of("an unknown one into memory", way -> way.content(APP, ABSENT)),
                Step.of("no digest into memory", way -> way.content(APP, "BadDigest")),
                Step.of("as a stream", way -> way.stream(APP, KNOWN)),
                Step.of("an unknown one as a stream", way -> way.stream(APP, ABSENT)),
                Step.of("into a file", way -> inFolder(folder -> toFile(way, KNOWN, folder.resolve("layer")))),
                Step.of("an unknown one into a file", way -> inFolder(folder -> lost(way, folder))),
                Step.of("into a directory", way -> way.downloadTo(APP, KNOWN, Path.of("target"))),
                Step.of("into a folder that is missing", way -> way.downloadTo(APP, KNOWN, Path.of("no/such/layer"))),
                Step.of("into no file", way -> way.downloadTo(APP, KNOWN, null)),
                Step.of("of a small file", way -> inFolder(folder -> fromFile(way, folder, new byte[100]))),
                Step.of("of an empty file", way -> inFolder(folder -> fromFile(way, folder, new byte[0]))),
                Step.of("of a file of a slice and 100 bytes", way -> inFolder(folder -> fromFile(way, folder, LARGE))),
                Step.of("of a missing file", way -> way.uploadFile(APP, Path.of("no/such/file"))),
                Step.of("of a directory", way -> way.uploadFile(APP, Path.of("target"))),
                Step.of("of no file", way -> way.uploadFile(APP, null)),
                Step.of("of a stream", way -> way.uploadStream(APP, new ByteArrayInputStream(LARGE))),
                Step.of(
                        "with options",
                        way -> shown(way.uploadWith(APP, new UploadBlobOptions(BinaryData.fromString("x"))))),
                Step.of("without options", way -> way.uploadWith(APP, null)));
    }

    static List<Step> sha512() {
        SetManifestOptions manifest = new SetManifestOptions(
                        BinaryData.fromString(
                                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                                        + "\"manifests\":[]}"),
                        ManifestMediaType.fromString("application/vnd.oci.image.index.v1+json"))
                .setDigestAlgorithm(DigestAlgorithm.SHA512);
        String upper = "sha512:" + SHA512_OF_ABC.substring(7).toUpperCase(Locale.ROOT);
        return List.of(
                Step.of(
                        "upload",
                        way -> shown(way.uploadWith(
                                APP,
                                new UploadBlobOptions(BinaryData.fromString("abc"))
                                        .setDigestAlgorithm(DigestAlgorithm.SHA512)))),
                Step.of("download", way -> way.content(APP, SHA512_OF_ABC)),
                Step.of("download by upper case", way -> way.content(APP, upper)),
                Step.of("delete", way -> way.deleteBlob(APP, upper)),
                Step.of("delete again", way -> way.deleteBlob(APP, SHA512_OF_ABC)),
                Step.of("set a manifest, get and delete it", way -> {
                    String digest = way.setManifest(APP, manifest);
                    return List.of(digest, way.manifest(APP, digest), way.deleteManifest(APP, digest));
                }),
                Step.of(
                        "set a manifest with a tag",
                        way -> way.setManifest(
                                APP,
                                new SetManifestOptions(manifest.getManifest(), manifest.getManifestMediaType())
                                        .setDigestAlgorithm(DigestAlgorithm.SHA512)
                                        .setTag("v9"))));
    }

    static List<Step> brokenLines() {
        String large = Scenarios.digest(LARGE);
        return List.of(
                Step.of("upload for what follows", way -> way.upload(APP, BinaryData.fromBytes(LARGE))),
                Step.of("into memory", way -> way.content(APP, large)).after(cut(3_000_000, 2)),
                Step.of("into a channel", way -> way.download(APP, large)).after(cut(1, 2)),
                Step.of("as a stream", way -> way.stream(APP, large)).after(cut(LARGE.length - 1, 1)),
                Step.of("into a file", way -> inFolder(folder -> toFile(way, large, folder.resolve("layer"))))
                        .after(cut(5_000_000, 1)),
                Step.of("before the first byte, twice", way -> way.content(APP, large))
                        .after(cut(0, 2)),
                Step.of("before the first byte, for good", way -> way.content(APP, large))
                        .after(cut(0, 9)),
                Step.of("for good, into a file", way -> inFolder(folder -> lost(way, large, folder)))
                        .after(cut(0, 9)));
    }

    private static Consumer<RegistryEmulator> cut(long bytes, int times) {
        return registry -> {
            registry.faults().clear();
            registry.faults()
                    .add(Fault.cutResponseAfter(bytes).on("GET", STORAGE).times(times));
        };
    }

    private static Object fromFile(Way way, Path folder, byte[] content) throws IOException {
        return way.uploadFile(APP, Files.write(folder.resolve("file"), content));
    }

    private static Object toFile(Way way, String digest, Path file) throws IOException {
        Files.writeString(file, "before");
        Response<Void> response = way.downloadTo(APP, digest, file);
        return List.of(response.getStatusCode(), Files.readAllBytes(file), names(file.getParent()));
    }

    private static Object lost(Way way, Path folder) throws IOException {
        return lost(way, ABSENT, folder);
    }

    private static Object lost(Way way, String digest, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("layer"), "before");
        try {
            return way.downloadTo(APP, digest, file);
        } catch (RuntimeException e) {
            return List.of(Shown.failure(e), Files.readString(file), names(folder));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String shown(Response<?> response) {
        return response.getStatusCode() + " " + Shown.value(response.getValue());
    }

    private interface Use {
        Object in(Path folder) throws IOException;
    }

    /** Runs in a folder of its own, which is deleted afterwards. */
    private static Object inFolder(Use use) {
        try {
            Path folder = Files.createTempDirectory("longshore");
            try {
                return use.in(folder);
            } finally {
                for (String name : names(folder)) {
                    Files.delete(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
