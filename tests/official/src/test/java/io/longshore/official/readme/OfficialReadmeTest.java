// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ResourceNotFoundException;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every Java example of the official library's README, compiled with the import changed and run against the emulator
 * over TLS. The clients have their default transport; the JVM trusts the emulator. In place of azure-identity's
 * DefaultAzureCredential stands a class of the same name with the emulator's login.
 */
class OfficialReadmeTest {
    private static final String REPOSITORY = "samples/app";

    private final RegistryEmulator registry =
            RegistryEmulator.start(EmulatorOptions.defaults().withAnonymousPull(true));

    @TempDir
    private static Path classes;

    private static ExampleCompiler examples;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws Exception {
        JvmTrust.write();
        examples = ExampleCompiler.compile(Example.all(), classes);
    }

    @BeforeEach
    void fill() {
        for (String tag : List.of("v1", "v2", "v3", "v4", "latest")) {
            registry.clock().advance(Duration.ofMinutes(1));
            registry.seed().image(REPOSITORY, tag);
        }
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void readme_hasTheseExamples() {
        assertThat(Example.all())
                .extracting(Example::heading)
                .containsExactly(
                        "Authenticate clients",
                        "Authenticate clients",
                        "Authenticating with ARM AAD token",
                        "National Clouds",
                        "Anonymous access support",
                        "Anonymous access support",
                        "List repository names",
                        "List artifact tags with anonymous access",
                        "Set artifact properties",
                        "Delete Images",
                        "Delete a repository with anonymous access throws",
                        "Blob and manifest operations",
                        "Upload Images",
                        "Download Images",
                        "Delete blob",
                        "Delete manifest");
    }

    @Test
    void example01_authenticateClients_syncClientWorks() throws Exception {
        ContainerRegistryClient client = (ContainerRegistryClient) run(1).left().registryClient();

        assertThat(client.listRepositoryNames()).containsExactly(REPOSITORY);
    }

    @Test
    void example02_authenticateClients_asyncClientWorks() throws Exception {
        ContainerRegistryAsyncClient client =
                (ContainerRegistryAsyncClient) run(2).left().registryClient();

        assertThat(client.listRepositoryNames().toIterable()).containsExactly(REPOSITORY);
    }

    @Test
    void example03_armToken_printsTheRepositories() throws Exception {
        assertThat(run(3).printed()).isEqualTo(REPOSITORY + System.lineSeparator());
    }

    @Test
    void example04_nationalCloud_printsTheRepositories() throws Exception {
        assertThat(run(4).printed()).isEqualTo(REPOSITORY + System.lineSeparator());
    }

    @Test
    void example05_anonymousAccess_syncClientReads() throws Exception {
        ContainerRegistryClient client = (ContainerRegistryClient) run(5).left().registryClient();

        assertThat(client.getRepository(REPOSITORY).getProperties().getTagCount())
                .isEqualTo(5);
    }

    @Test
    void example06_anonymousAccess_asyncClientReads() throws Exception {
        ContainerRegistryAsyncClient client =
                (ContainerRegistryAsyncClient) run(6).left().registryClient();

        assertThat(client.getRepository(REPOSITORY).getProperties().block().getTagCount())
                .isEqualTo(5);
    }

    @Test
    void example07_listRepositoryNames_printsThem() throws Exception {
        assertThat(run(7).printed()).isEqualTo(REPOSITORY + System.lineSeparator());
    }

    @Test
    void example08_listTagsAnonymously_printsThoseOfTheImage() throws Exception {
        String printed = run(8).printed();

        assertThat(printed)
                .contains("has the following aliases:")
                .endsWith(registry.endpoint() + "/" + REPOSITORY + ":latest");
    }

    @Test
    void example09_setArtifactProperties_locksTheTag() throws Exception {
        run(9);

        var tag = client().getArtifact(REPOSITORY, "latest").getTagProperties("latest");
        assertThat(tag.isWriteEnabled()).isFalse();
        assertThat(tag.isDeleteEnabled()).isFalse();
        assertThat(tag.isReadEnabled()).isTrue();
    }

    @Test
    void example10_deleteImages_keepsTheNewestThree() throws Exception {
        assertThat(run(10).printed()).contains("Deleting image with digest sha256:", ":v1", ":v2");

        assertThat(client().getRepository(REPOSITORY).listManifestProperties())
                .flatExtracting(manifest -> manifest.getTags())
                .containsExactlyInAnyOrder("v3", "v4", "latest");
    }

    @Test
    void example11_deletingAnonymously_isRefused() throws Exception {
        assertThat(run(11).printed()).startsWith("Expected exception: Delete is not allowed");
    }

    @Test
    void example12_contentClient_works() throws Exception {
        ContainerRegistryContentClient client =
                (ContainerRegistryContentClient) run(12).left().contentClient();

        assertThat(client.getManifest("latest").getDigest()).startsWith("sha256:");
        assertThat(client.getRepositoryName()).isEqualTo(REPOSITORY);
    }

    @Test
    void example13_uploadImages_areThere() throws Exception {
        assertThat(run(13).printed()).contains("size - 17", "size - 30", "Uploaded manifest: digest - sha256:");

        assertThat(content().getManifest("latest").getManifest().toString())
                .contains("application/vnd.unknown.config.v1+json", "\"size\":30");
    }

    @Test
    void example14_downloadImages_areInFiles() throws Exception {
        assertThat(run(14).printed()).contains("Got manifest:", "Got config: sha256:", "Got layer: sha256:");

        try (var files = Files.list(folder)) {
            List<Path> layers = files.filter(
                            file -> file.getFileName().toString().startsWith("sha256:"))
                    .toList();
            assertThat(layers)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(file -> file.toFile().length() > 0);
        }
    }

    @Test
    void example15_deleteBlobs_areGone() throws Exception {
        ContainerRegistryContentClient content = content();
        List<OciDescriptor> layers = content.getManifest("latest")
                .getManifest()
                .toObject(OciImageManifest.class)
                .getLayers();

        run(15);

        assertThat(layers)
                .isNotEmpty()
                .allSatisfy(layer -> assertThatThrownBy(() -> content.downloadBlobContent(layer.getDigest()))
                        .isInstanceOf(ResourceNotFoundException.class));
    }

    @Test
    void example16_deleteManifest_isGone() throws Exception {
        ContainerRegistryContentClient content = content();
        String digest = content.getManifest("latest").getDigest();

        run(16);

        assertThatThrownBy(() -> content.getManifest(digest)).isInstanceOf(ResourceNotFoundException.class);
    }

    /** Runs an example. */
    private Ran run(int number) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Surroundings.Left left = examples.run(number, registry, folder);
            return new Ran(left, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private ContainerRegistryClient client() {
        return new ContainerRegistryClientBuilder()
                .endpoint(registry.endpoint())
                .credential(new EmulatorCredential(registry))
                .buildClient();
    }

    private ContainerRegistryContentClient content() {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(registry.endpoint())
                .repositoryName(REPOSITORY)
                .credential(new EmulatorCredential(registry))
                .buildClient();
    }

    private record Ran(Surroundings.Left left, String printed) {}
}
