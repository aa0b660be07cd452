// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.content.Slice;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Quoted;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The blobs of a repository, {@code /v2/<name>/blobs}. */
public record Blobs(Repository repository) {
    private static final int[] WHOLE = {200, 301, 302, 303, 307, 308};
    private static final int[] REST = {200, 206, 416, 301, 302, 303, 307, 308};

    private static final HttpHeaderName CONTENT_DIGEST = HttpHeaderName.fromString("Docker-Content-Digest");

    /** Deletes a blob; one that is not there counts as deleted. */
    public Call<Response<Void>> delete(@Nullable String digest) {
        String path = path(digest);
        return Call.plain(
                "delete blob " + named(digest),
                repository.scope("delete"),
                () -> repository.v2(HttpMethod.DELETE, path),
                answer -> answer.expect(200, 202, 204, 404).withoutValue());
    }

    /** Asks the registry for a blob from a byte on; it answers with the content or with the place where it is. */
    Call<Answer> get(String digest, long from) {
        String path = path(digest);
        return content(digest, from, () -> repository.v2(HttpMethod.GET, path));
    }

    /** Follows to the place where the content is; another host gets no token. */
    Call<Answer> follow(String digest, long from, String location) {
        return content(digest, from, () -> Endpoint.identity(new HttpRequest(HttpMethod.GET, location)));
    }

    private Call<Answer> content(String digest, long from, Supplier<HttpRequest> request) {
        int[] expected = from == 0 ? WHOLE : REST;
        return Call.plain(
                        "download blob " + named(digest),
                        repository.scope("pull"),
                        from == 0
                                ? request
                                : () -> request.get().setHeader(HttpHeaderName.RANGE, "bytes=" + from + "-"),
                        answer -> answer.expect(expected))
                .reading(Call.OPEN);
    }

    /**
     * Starts an upload session; its location already has a query, which holds the session's state. Sent again, it only
     * leaves a session that nobody uses.
     */
    Call<String> startUpload() {
        return Call.plain(
                name(),
                repository.scope("pull,push"),
                () -> repository.v2(HttpMethod.POST, "/blobs/uploads/").setBody(new byte[0]),
                answer -> location(answer.expect(202)));
    }

    /** Adds a slice to the session; the answer tells where the next one goes. */
    Call<String> append(String location, long offset, Slice slice) {
        String range = offset + "-" + (offset + slice.length() - 1);
        return Call.plain(
                        name(),
                        repository.scope("pull,push"),
                        () -> content(HttpMethod.PATCH, location, slice)
                                // ACR wants the bare form: a "bytes " prefix or a "/total" is refused.
                                .setHeader(HttpHeaderName.CONTENT_RANGE, range),
                        answer -> location(answer.expect(202)))
                .once();
    }

    /** Ends the session with the last slice and the digest of the whole. */
    Call<Answer> commit(String location, Slice last, Digest digest, Predicate<Digest> right) {
        String separator = location.contains("?") ? "&" : "?";
        String url = location + separator + "digest=" + Arguments.encodeQuery(digest.toString());
        return Call.plain(
                        name(),
                        repository.scope("pull,push"),
                        () -> content(HttpMethod.PUT, url, last),
                        answer -> stored(answer.expect(201), digest, right))
                .once();
    }

    String named(@Nullable String digest) {
        return repository.name() + "@" + digest;
    }

    private String name() {
        return "upload a blob to " + repository.name();
    }

    private HttpRequest content(HttpMethod method, String url, Slice slice) {
        BinaryData body = slice.body();
        return repository
                .endpoint()
                .json(method, url)
                .setBody(body)
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/octet-stream");
    }

    private String location(Answer answer) {
        String location = answer.header(HttpHeaderName.LOCATION)
                .orElseThrow(() -> answer.unreadable("the answer does not say where the upload goes on", null));
        try {
            return repository.endpoint().resolve(location, answer.request().getUrl());
        } catch (IllegalArgumentException e) {
            throw answer.unreadable("the upload cannot go on there: " + e.getMessage(), e);
        }
    }

    private static Answer stored(Answer answer, Digest digest, Predicate<Digest> right) {
        answer.header(CONTENT_DIGEST)
                .filter(told -> Digest.parse(told.toLowerCase(Locale.ROOT))
                        .filter(right)
                        .isEmpty())
                .ifPresent(told -> {
                    throw new ServiceResponseException("The registry stored the blob as " + Quoted.text(told)
                            + ", but its digest is " + digest + ": it was changed on the way. Upload it again.");
                });
        return answer;
    }

    private static String path(@Nullable String digest) {
        return "/blobs/" + Arguments.encodePath(Digest.inLowerCase(Arguments.segment(digest, "digest")));
    }
}
