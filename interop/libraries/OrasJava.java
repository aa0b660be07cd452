// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import land.oras.ArtifactType;
import land.oras.ContainerRef;
import land.oras.CopyUtils;
import land.oras.Index;
import land.oras.LocalPath;
import land.oras.Manifest;
import land.oras.ManifestDescriptor;
import land.oras.Registry;
import land.oras.exception.OrasException;

/** What the ORAS project's Java library does with a registry; run as a source file with that library's jars. */
public final class OrasJava {
    private static final ArtifactType DOCUMENT = ArtifactType.from("application/vnd.example.document");
    private static final ArtifactType NOTE = ArtifactType.from("application/vnd.example.note");

    private final String host;
    private final Path certificate;
    private final Path folder;
    private final Registry registry;

    private OrasJava(String host, Path certificate, Path folder) {
        this.host = host;
        this.certificate = certificate;
        this.folder = folder;
        this.registry = login("secret");
    }

    /** {@code HOST CERTIFICATE FOLDER}; prints a line for every check, which builds on those before it. */
    public static void main(String[] args) throws Exception {
        OrasJava oras = new OrasJava(args[0], Path.of(args[1]), Files.createDirectories(Path.of(args[2])));
        run("is refused with a wrong password", oras::refused);
        run("pushes and pulls an artifact, and a blob in chunks", oras::push);
        run("pushes an index", oras::index);
        run("attaches, and lists referrers by type", oras::attach);
        run("copies with referrers to another repository", oras::copy);
        run("lists tags and repositories", oras::list);
        run("deletes an image", oras::delete);
        // The library's own threads would keep the program alive.
        System.exit(0);
    }

    /** Fails by throwing. */
    @FunctionalInterface
    private interface Check {
        void run() throws IOException;
    }

    private static void run(String what, Check check) {
        try {
            check.run();
            System.out.println("ok " + what);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.out.println("FAILED " + what);
        }
    }

    private void refused() {
        try {
            login("wrong").getTags(ref("from/oras-java", "v1"));
        } catch (OrasException e) {
            check(e.getStatusCode() == 401, "refused with " + e);
            return;
        }
        throw new IllegalStateException("a wrong password was taken");
    }

    private void push() throws IOException {
        Path document = Files.writeString(folder.resolve("document.txt"), "Longshore");
        registry.pushArtifact(ref("from/oras-java", "v1"), DOCUMENT, LocalPath.of(document, "text/plain"));
        Path pulled = Files.createDirectories(folder.resolve("pulled"));
        registry.pullArtifact(ref("from/oras-java", "v1"), pulled, true);
        check(Files.readString(pulled.resolve("document.txt")).equals("Longshore"), "another document came back");
        byte[] large = new byte[3 * 1024 * 1024 + 1];
        String digest = registry.pushBlobChunked(
                        ref("from/oras-java", "v1"), Files.write(folder.resolve("large"), large), 1024 * 1024)
                .getDigest();
        check(registry.getBlob(ref("from/oras-java", "v1").withDigest(digest)).length == large.length, "short blob");
    }

    private void index() {
        Manifest manifest = registry.getManifest(ref("from/oras-java", "v1"));
        registry.pushIndex(ref("from/oras-java", "index"), Index.fromManifests(List.of(manifest.getDescriptor())));
        Index index = registry.getIndex(ref("from/oras-java", "index"));
        check(index.getManifests().get(0).getDigest().equals(manifest.getDescriptor().getDigest()), "another child");
    }

    private void attach() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "checked");
        Manifest attached =
                registry.attachArtifact(ref("from/oras-java", "v1"), NOTE, LocalPath.of(note, "text/plain"));
        String digest = attached.getDescriptor().getDigest();
        check(digests(referrers("from/oras-java", NOTE)).equals(List.of(digest)), "the note is not listed");
        check(referrers("from/oras-java", DOCUMENT).isEmpty(), "what was not asked for is listed");
    }

    private void copy() {
        CopyUtils.copy(
                registry,
                ref("from/oras-java", "v1"),
                registry,
                ref("copied/oras-java", "v1"),
                CopyUtils.CopyOptions.deep());
        check(digest("from/oras-java").equals(digest("copied/oras-java")), "the copy is another manifest");
        check(referrers("copied/oras-java", NOTE).size() == 1, "the note was not copied");
    }

    private void list() {
        List<String> tags = registry.getTags(ref("from/oras-java", "v1")).tags();
        check(tags.containsAll(List.of("index", "v1")), "tags are " + tags);
        List<String> repositories = registry.getRepositories().repositories();
        check(repositories.containsAll(List.of("copied/oras-java", "from/oras-java")), "listed are " + repositories);
    }

    private void delete() {
        ContainerRef copy = ref("copied/oras-java", "v1");
        registry.deleteManifest(copy.withDigest(digest("copied/oras-java")));
        try {
            registry.getManifest(copy);
        } catch (OrasException e) {
            check(e.getStatusCode() == 404, "read with " + e);
            return;
        }
        throw new IllegalStateException("the manifest is still there");
    }

    private List<ManifestDescriptor> referrers(String repository, ArtifactType type) {
        return registry.getReferrers(ref(repository, "v1").withDigest(digest(repository)), type)
                .getManifests();
    }

    private static List<String> digests(List<ManifestDescriptor> manifests) {
        return manifests.stream().map(ManifestDescriptor::getDigest).toList();
    }

    private String digest(String repository) {
        return registry.probeDescriptor(ref(repository, "v1")).getDigest();
    }

    private ContainerRef ref(String repository, String tag) {
        return ContainerRef.parse(host + "/" + repository + ":" + tag);
    }

    private Registry login(String password) {
        return Registry.builder()
                .defaults(host, "admin", password)
                .withCaFile(certificate)
                .build();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
