// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Fields;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recorded transfers as this client makes them: see {@link Deviation} for why. */
final class Transfers {
    static final int SLICE = 8 * 1024 * 1024;
    private static final int CHUNK = 256;
    private static final Pattern CONTENT_RANGE = Pattern.compile("(?:bytes )?([0-9]+)-([0-9]+)(?:/([0-9]+))?");

    private Transfers() {}

    static List<Exchange> asThisClientMakesThem(List<Exchange> exchanges) {
        return wholeDownloads(oneSliceUploads(slicedUploads(exchanges)));
    }

    /** {@link Deviation#ONE_SLICE_UPLOAD}. */
    private static List<Exchange> oneSliceUploads(List<Exchange> exchanges) {
        List<Exchange> result = new ArrayList<>();
        String location = "";
        Content content = Content.EMPTY;
        for (Exchange exchange : exchanges) {
            Asked asked = exchange.asked();
            if (asked.is("POST", "/v2/")) {
                location = exchange.answered().header("Location").orElse("");
            }
            boolean small = asked.body().orElse(Content.EMPTY).length() < SLICE;
            if (asked.is("PATCH", "/v2/") && small) {
                content = joined(content, asked.body().orElseThrow());
            } else if (asked.is("PUT", "/v2/") && content.length() > 0) {
                String digest = asked.target().substring(asked.target().indexOf("&digest="));
                Fields headers = asked.headers().with("Content-Type", "application/octet-stream");
                result.add(
                        new Exchange(asked.at(location + digest).with(headers).with(content), exchange.answered()));
            } else {
                result.add(exchange);
            }
        }
        return result;
    }

    /** {@link Deviation#SLICE_SIZE}; only recording 24 has chunks with Content-Range. */
    private static List<Exchange> slicedUploads(List<Exchange> exchanges) {
        List<Exchange> patches = exchanges.stream()
                .filter(exchange -> exchange.asked().headers().has("Content-Range"))
                .toList();
        if (patches.isEmpty()) {
            return exchanges;
        }
        List<Exchange> result = new ArrayList<>();
        result.add(started(patches.get(0).asked()));
        patches.forEach(patch -> result.add(scaled(patch)));
        result.add(ended(patches.get(patches.size() - 1)));
        return result;
    }

    /** What a client has to upload to send as many slices as were recorded, and a rest of one byte with the PUT. */
    static Content slicedContent(List<Exchange> exchanges) {
        byte value = exchanges.get(0).asked().body().orElseThrow().first();
        return Content.repeated(value, exchanges.size() * SLICE + 1);
    }

    private static Exchange started(Asked first) {
        String path = first.path().substring(0, first.path().lastIndexOf('/') + 1);
        Fields headers = first.headers().without("Content-Range").without("Content-Type");
        return new Exchange(
                new Asked("POST", path, false, headers, Optional.empty()),
                new Answered(
                        202,
                        Fields.of(Map.of("Content-Length", "0", "Range", "0-0", "Location", first.target())),
                        Optional.empty()));
    }

    private static Exchange scaled(Exchange patch) {
        Asked asked = patch.asked();
        String range = scaled(asked.headers().get("Content-Range").orElseThrow());
        Content slice = Content.repeated(asked.body().orElseThrow().first(), SLICE);
        Fields progress = patch.answered()
                .headers()
                .with("Range", scaled(patch.answered().header("Range").orElseThrow()));
        return new Exchange(
                asked.with(asked.headers().with("Content-Range", range)).with(slice),
                patch.answered().with(progress));
    }

    private static String scaled(String range) {
        Matcher bounds = matched(range);
        long scale = SLICE / CHUNK;
        long first = Long.parseLong(bounds.group(1)) * scale;
        long end = (Long.parseLong(bounds.group(2)) + 1) * scale;
        return first + "-" + (end - 1);
    }

    private static Exchange ended(Exchange last) {
        Asked patch = last.asked();
        long size = Long.parseLong(
                        matched(scaled(patch.headers().get("Content-Range").orElseThrow()))
                                .group(2))
                + 2;
        byte value = patch.body().orElseThrow().first();
        String digest = Content.repeated(value, (int) size).digest();
        String path = last.answered().header("Location").orElseThrow() + "&digest=" + digest.replace(":", "%3A");
        return new Exchange(
                new Asked(
                        "PUT",
                        path,
                        false,
                        patch.headers().without("Content-Range"),
                        Optional.of(Content.repeated(value, 1))),
                new Answered(
                        201,
                        Fields.of(Map.of("Content-Length", "0", "Docker-Content-Digest", digest)),
                        Optional.empty()));
    }

    /** {@link Deviation#WHOLE_DOWNLOAD}. */
    private static List<Exchange> wholeDownloads(List<Exchange> exchanges) {
        List<Exchange> result = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            Exchange whole = exchange.answered().status() == 206 ? whole(exchange) : exchange;
            Exchange rangeless =
                    new Exchange(whole.asked().with(whole.asked().headers().without("Range")), whole.answered());
            boolean again = result.stream()
                    .anyMatch(earlier -> exchange.asked().headers().has("Range")
                            && earlier.asked().target().equals(exchange.asked().target()));
            if (!again) {
                result.add(rangeless);
            }
        }
        return result;
    }

    /** The recorded blobs are one byte over and over, so a part tells the whole; the digest proves it. */
    private static Exchange whole(Exchange part) {
        Matcher range = matched(part.answered().header("Content-Range").orElseThrow());
        Content whole =
                Content.repeated(part.answered().body().orElseThrow().first(), Integer.parseInt(range.group(3)));
        if (!part.asked().path().contains(whole.digest().substring("sha256:".length()))) {
            throw new IllegalStateException("the recorded parts do not make the blob: " + part.asked());
        }
        Fields headers = part.answered()
                .headers()
                .without("Content-Range")
                .with("Content-Length", String.valueOf(whole.length()));
        return new Exchange(part.asked(), new Answered(200, headers, Optional.of(whole)));
    }

    private static Matcher matched(String range) {
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(range);
        }
        return matcher;
    }

    private static Content joined(Content one, Content other) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(one.bytes());
        all.writeBytes(other.bytes());
        return Content.of(all.toByteArray());
    }
}
