// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.http.HttpHeaderName;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Download;
import io.longshore.registry.internal.run.OpenContent;
import io.longshore.registry.internal.run.Step;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One download: the registry's answer, or the storage it redirects to, checked while it is read. A broken line is
 * followed by a request for the rest, through the registry again, since the addresses of its storage expire.
 * Single-use.
 */
public final class BlobDownload implements Download {
    private static final int MOST_REDIRECTS = 5;

    /**
     * Connections in a row that may bring nothing. Each is a request to the registry that was let in and answered: what
     * has to be waited for (refusals, throttling, hosts that are gone) is waited for by the retry policy. So the rest
     * is asked for at once.
     */
    private static final int MOST_IDLE = 3;

    private final Blobs blobs;
    private final String digest;
    private @Nullable Digest expected;
    private @Nullable MessageDigest hash;
    private @Nullable Answer answer;
    private int redirects;
    private long length = -1;
    private long received;
    private long repeated;
    private long before;
    private int idle;

    /** A download; refuses a digest that is null, empty or unsafe in a path. */
    public BlobDownload(Repository repository, @Nullable String digest) {
        this.blobs = new Blobs(repository);
        this.digest = Arguments.segment(digest, "digest");
    }

    @Override
    public String name() {
        return "download blob " + blobs.named(digest);
    }

    @Override
    public Step<OpenContent> open() {
        redirects = 0;
        before = received;
        return new Step.Send<>(blobs.get(digest, received), this::next);
    }

    private Step<OpenContent> next(Answer answered) {
        return switch (answered.status()) {
            case 200, 206 -> new Step.Done<>(content(answered));
            case 416 -> new Step.Done<>(exhausted(answered));
            default -> redirected(answered);
        };
    }

    private Step<OpenContent> redirected(Answer answered) {
        if (++redirects > MOST_REDIRECTS) {
            throw answered.unreadable("the registry redirected more than " + MOST_REDIRECTS + " times", null);
        }
        return new Step.Send<>(blobs.follow(digest, received, location(answered)), this::next);
    }

    private String location(Answer answered) {
        String location = answered.header(HttpHeaderName.LOCATION)
                .orElseThrow(() -> answered.unreadable("the redirect does not say where to", null));
        try {
            return blobs.repository()
                    .endpoint()
                    .resolve(location, answered.request().getUrl());
        } catch (IllegalArgumentException e) {
            throw answered.unreadable("the redirect is not followed: " + e.getMessage(), e);
        }
    }

    private OpenContent content(Answer answered) {
        try {
            start();
            ContentRange range = ContentRange.of(answered);
            if (answered.status() == 206 && range.start() != received) {
                throw answered.unreadable(
                        "the content goes on at byte " + range.start() + " instead of " + received, null);
            }
            agree(answered, range.total());
            repeated = received - range.start();
            answer = answered;
            return new OpenContent(answered, length, false);
        } catch (RuntimeException e) {
            // Nobody else knows of it yet.
            answered.open().close();
            throw e;
        }
    }

    /** The registry has nothing beyond what is here: all of it, as the digest will tell, or other content. */
    private OpenContent exhausted(Answer answered) {
        long total = ContentRange.of(answered).total();
        if (total >= 0 && total != received) {
            throw answered.unreadable("nothing is sent from byte " + received + " on, of " + total, null);
        }
        length = received;
        answer = answered;
        return new OpenContent(answered, length, true);
    }

    private void agree(Answer answered, long total) {
        if (length >= 0 && total >= 0 && length != total) {
            throw answered.unreadable("the content has " + total + " bytes now, and had " + length + " before", null);
        }
        if (total >= 0 && total < received) {
            throw answered.unreadable(
                    "the content has " + total + " bytes now, and " + received + " came before", null);
        }
        length = Math.max(length, total);
    }

    private void start() {
        if (hash == null) {
            Digest known = Digest.parse(digest)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + digest + "\" is no sha256 or sha512 digest,"
                            + " so the content could not be checked and was not read."));
            expected = known;
            hash = known.computation();
        }
    }

    @Override
    public ByteBuffer take(ByteBuffer arrived) {
        int known = (int) Math.min(repeated, arrived.remaining());
        repeated -= known;
        ByteBuffer fresh = arrived.duplicate().position(arrived.position() + known);
        hash().update(fresh.duplicate());
        received += fresh.remaining();
        if (length >= 0 && received > length) {
            throw tooLong();
        }
        return fresh;
    }

    @Override
    public boolean isOver(@Nullable RuntimeException broken) {
        boolean whole = received == length || (broken == null && length < 0);
        if (whole) {
            check();
            return true;
        }
        idle = received > before ? 0 : idle + 1;
        if (idle == MOST_IDLE) {
            throw broken == null ? tooShort() : broken;
        }
        return false;
    }

    private RuntimeException tooShort() {
        return Objects.requireNonNull(answer)
                .unreadable("the content ends after " + received + " of " + length + " bytes, each time", null);
    }

    /** Not left to the digest: what does not end would fill the disk first. */
    private RuntimeException tooLong() {
        return Objects.requireNonNull(answer)
                .unreadable("there is more than the " + length + " bytes that were announced", null);
    }

    private MessageDigest hash() {
        return Objects.requireNonNull(hash);
    }

    /** Covers content of unknown length, too short or too long, as well. */
    private void check() {
        Digest asked = Objects.requireNonNull(expected);
        Digest found = Digest.of(asked.algorithm(), hash().digest());
        if (!found.equals(asked)) {
            throw new ServiceResponseException("The blob's content has the digest " + found + " instead of " + asked
                    + ": it was changed on the way, or the registry is at fault. Discard what was written and download"
                    + " it again.");
        }
    }
}
