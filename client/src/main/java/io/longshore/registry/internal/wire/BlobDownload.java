// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.http.HttpHeaderName;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.OpenContent;
import io.longshore.registry.internal.run.Step;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** One download: the registry's answer, or the storage it redirects to, opened and checked while it is read. */
public final class BlobDownload {
    private static final int MOST_REDIRECTS = 5;

    private final Blobs blobs;
    private final String digest;
    private int redirects;

    /** A download; refuses a digest that is null, empty or unsafe in a path. */
    public BlobDownload(Repository repository, @Nullable String digest) {
        this.blobs = new Blobs(repository);
        this.digest = Arguments.segment(digest, "digest");
    }

    /** The sequence; it ends with the content open. */
    public Step<OpenContent> open() {
        return new Step.Send<>(blobs.get(digest), this::next);
    }

    private Step<OpenContent> next(Answer answer) {
        if (answer.status() == 200) {
            return new Step.Done<>(content(answer));
        }
        if (++redirects > MOST_REDIRECTS) {
            throw answer.unreadable("the registry redirected more than " + MOST_REDIRECTS + " times", null);
        }
        return new Step.Send<>(blobs.follow(digest, location(answer)), this::next);
    }

    private String location(Answer answer) {
        String location = answer.header(HttpHeaderName.LOCATION)
                .orElseThrow(() -> answer.unreadable("the redirect does not say where to", null));
        try {
            return blobs.repository()
                    .endpoint()
                    .resolve(location, answer.request().getUrl());
        } catch (IllegalArgumentException e) {
            throw answer.unreadable("the redirect is not followed: " + e.getMessage(), e);
        }
    }

    private OpenContent content(Answer answer) {
        Digest expected = Digest.parse(digest).orElse(null);
        if (expected == null) {
            answer.open().close();
            throw new IllegalArgumentException("\"" + digest + "\" is no sha256 or sha512 digest, so the content could"
                    + " not be checked and was not read.");
        }
        return new OpenContent("download blob " + blobs.named(digest), answer.open(), () -> new DigestCheck(expected));
    }

    /** Fails at the end of content that is not the one asked for; that covers short and long answers too. */
    private static final class DigestCheck implements OpenContent.Check {
        private final Digest expected;
        private final MessageDigest hash;

        DigestCheck(Digest expected) {
            this.expected = expected;
            this.hash = expected.computation();
        }

        @Override
        public void update(ByteBuffer bytes) {
            hash.update(bytes.duplicate());
        }

        @Override
        public void finish() {
            Digest found = Digest.of(expected.algorithm(), hash.digest());
            if (!found.equals(expected)) {
                throw new ServiceResponseException("The blob's content has the digest " + found + " instead of "
                        + expected + ": it was changed on the way, or the registry is at fault. Discard what was"
                        + " written and download it again.");
            }
        }
    }
}
