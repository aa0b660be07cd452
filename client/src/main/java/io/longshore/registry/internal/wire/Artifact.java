// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Pages;
import io.longshore.registry.internal.run.Step;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A manifest named by tag or digest. What ACR knows only by digest is done in two calls for a tag, which is asked for
 * anew each time: it may have moved.
 */
public record Artifact(Repository repository, String tagOrDigest) {
    private static final Pattern DIGEST_PARAMETER = Pattern.compile("[?&]digest=([^&>]+)");

    /** Refuses a reference that is null, empty or unsafe in a path. */
    public static Artifact of(Repository repository, @Nullable String tagOrDigest) {
        return new Artifact(repository, Arguments.segment(tagOrDigest, "tagOrDigest"));
    }

    /** Whether the reference is a digest: only those have a colon. */
    public boolean isByDigest() {
        return tagOrDigest.contains(":");
    }

    /** {@code host/repository:tag} or {@code host/repository@digest}. */
    public String fullyQualifiedReference() {
        String separator = isByDigest() ? "@" : ":";
        return repository.endpoint().host() + "/" + repository.name() + separator + tagOrDigest;
    }

    /** Deletes the manifest with all its tags; one that is not there counts as deleted, a missing tag does not. */
    public Step<Response<Void>> delete() {
        return withDigest(digest -> new Manifests(repository).delete(digest));
    }

    /** Reads the manifest's properties. */
    public Step<Response<ArtifactManifestProperties>> properties() {
        return withDigest(digest -> new ManifestProperties(repository).get(digest));
    }

    /** Changes the manifest's flags. */
    public Step<Response<ArtifactManifestProperties>> update(@Nullable ArtifactManifestProperties changes) {
        ArtifactManifestProperties present = ManifestProperties.present(changes);
        return withDigest(digest -> new ManifestProperties(repository).update(digest, present));
    }

    /** The tags that point to this manifest. */
    public Pages<ArtifactTagProperties> tags(@Nullable ArtifactTagOrder order) {
        return new Pages<>() {
            @Override
            public Step<PagedResponse<ArtifactTagProperties>> first(@Nullable Integer size) {
                return resolved(digest -> new Tags(repository).of(digest, order).first(size));
            }

            @Override
            public Step<PagedResponse<ArtifactTagProperties>> next(String token) {
                Function<String, Step<PagedResponse<ArtifactTagProperties>>> page =
                        digest -> new Tags(repository).of(digest, order).next(token);
                // The digest of the first page counts, even if the tag has moved since.
                return digestIn(token).map(page).orElseGet(() -> resolved(page));
            }
        };
    }

    private static Optional<String> digestIn(String token) {
        Matcher matcher = DIGEST_PARAMETER.matcher(token);
        return matcher.find()
                ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private <T> Step<T> resolved(Function<String, Step<T>> next) {
        return isByDigest()
                ? next.apply(tagOrDigest)
                : new Step.Send<>(new Tags(repository).get(tagOrDigest), found -> next.apply(digestOf(found)));
    }

    private <T> Step<T> withDigest(Function<String, Call<T>> next) {
        return resolved(digest -> next.apply(digest).asStep());
    }

    private String digestOf(Response<ArtifactTagProperties> found) {
        String digest = found.getValue().getDigest();
        if (digest == null || Digest.parse(digest).isEmpty()) {
            throw new ServiceResponseException("The registry gave no digest for " + fullyQualifiedReference() + ".");
        }
        return digest;
    }
}
