// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Quoted;
import io.longshore.registry.models.DigestAlgorithm;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.SetManifestResult;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The manifests of a repository, {@code /v2/<name>/manifests}: bytes, kept as they are and checked by digest. */
public record Manifests(Repository repository) {
    /** ACR's and the distribution specification's limit. */
    private static final Call.Reading MANIFEST = new Call.Reading.Whole(4 * 1024 * 1024, false);

    private static final HttpHeaderName CONTENT_DIGEST = HttpHeaderName.fromString("Docker-Content-Digest");

    /**
     * Every type by name, then anything: a registry that does not find its type listed converts the manifest or denies
     * that it exists.
     */
    private static final String ACCEPT = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.oci.artifact.manifest.v1+json",
            "application/vnd.cncf.oras.artifact.manifest.v1+json",
            "*/*");

    /** Reads a manifest by tag or digest. */
    public Call<Response<GetManifestResult>> get(@Nullable String tagOrDigest) {
        String reference = Arguments.segment(tagOrDigest, "tagOrDigest");
        return Call.json(
                        "get manifest " + named(reference),
                        repository.scope("pull"),
                        () -> request(HttpMethod.GET, reference).setHeader(HttpHeaderName.ACCEPT, ACCEPT),
                        answer -> answer.with(read(answer.expect(200), reference)))
                .reading(MANIFEST);
    }

    /** The options for an OCI image manifest and a tag. */
    public static SetManifestOptions options(@Nullable OciImageManifest manifest, @Nullable String tag) {
        return new SetManifestOptions(Objects.requireNonNull(manifest, "'manifest' cannot be null.")).setTag(tag);
    }

    /** Stores a manifest under its digest and, if the options name one, a tag. */
    public Call<Response<SetManifestResult>> set(@Nullable SetManifestOptions options) {
        Objects.requireNonNull(options, "'options' cannot be null.");
        byte[] bytes = options.getManifest().toBytes();
        String mediaType = options.getManifestMediaType().toString();
        Digest digest = Digest.of(options.getDigestAlgorithm(), bytes);
        String reference = options.getTag() == null ? digest.toString() : tag(options);
        return Call.plain(
                "set manifest " + named(reference),
                repository.scope("pull,push"),
                () -> request(HttpMethod.PUT, reference)
                        .setBody(BinaryData.fromBytes(bytes))
                        .setHeader(HttpHeaderName.CONTENT_TYPE, mediaType),
                answer -> answer.with(stored(answer.expect(201, 202), digest, bytes)));
    }

    private static String tag(SetManifestOptions options) {
        if (options.getDigestAlgorithm() != DigestAlgorithm.SHA256) {
            throw new IllegalArgumentException("A tag points to a manifest by its sha256 digest, so '"
                    + options.getDigestAlgorithm() + "' and the tag \"" + options.getTag()
                    + "\" do not go together: set the manifest without a tag, or with SHA256.");
        }
        return Arguments.segment(options.getTag(), "tag");
    }

    /** Deletes a manifest with all its tags; one that is not there counts as deleted. */
    public Call<Response<Void>> delete(@Nullable String digest) {
        String reference = Arguments.segment(digest, "digest");
        return Call.plain(
                "delete manifest " + named(reference),
                repository.scope("delete"),
                () -> request(HttpMethod.DELETE, reference),
                answer -> answer.expect(200, 202, 204, 404).withoutValue());
    }

    private static GetManifestResult read(Answer answer, String reference) {
        byte[] bytes = answer.body();
        Optional<Digest> asked = Digest.parse(reference);
        if (asked.isEmpty() && reference.contains(":")) {
            throw new IllegalArgumentException("\"" + reference
                    + "\" is no sha256 or sha512 digest, so the manifest could" + " not be checked and was not used.");
        }
        Optional<Digest> told = answer.header(CONTENT_DIGEST).flatMap(Digest::parse);
        asked.ifPresent(digest -> check(digest, bytes, "asked for"));
        told.ifPresent(digest -> check(digest, bytes, "named by the registry"));
        String mediaType = answer.header(HttpHeaderName.CONTENT_TYPE)
                .orElseThrow(() -> answer.unreadable("the answer does not say the manifest's media type", null));
        return GetManifestResult.builder()
                .digest(asked.or(() -> told).orElseGet(() -> Digest.of(bytes)).toString())
                .manifest(BinaryData.fromBytes(bytes))
                .manifestMediaType(ManifestMediaType.fromString(mediaType))
                .build();
    }

    private static void check(Digest digest, byte[] bytes, String origin) {
        if (!digest.matches(bytes)) {
            throw new ServiceResponseException("The manifest's content does not have the digest " + digest + " "
                    + origin + ": it was changed on the way, or the registry is at fault. Nothing of it was used.");
        }
    }

    private static SetManifestResult stored(Answer answer, Digest digest, byte[] bytes) {
        answer.header(CONTENT_DIGEST)
                .filter(told -> Digest.parse(told.toLowerCase(Locale.ROOT))
                        .filter(named -> named.matches(bytes))
                        .isEmpty())
                .ifPresent(told -> {
                    throw new ServiceResponseException(
                            "The registry stored the manifest as " + Quoted.text(told) + ", but its digest is " + digest
                                    + ": it was changed on the way. Delete it and set it again.");
                });
        return SetManifestResult.builder().digest(digest.toString()).build();
    }

    private HttpRequest request(HttpMethod method, String reference) {
        return repository.v2(method, "/manifests/" + Arguments.encodePath(Digest.inLowerCase(reference)));
    }

    private String named(String reference) {
        return repository.name() + (reference.contains(":") ? "@" : ":") + reference;
    }
}
