// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.exception.ServiceResponseException;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.FakeResponse;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.AsyncRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Content over more than one connection. */
class ResumedDownloadTest {
    private static final Repository REPOSITORY = Repository.of(new Endpoint("https://reg.example", "1"), "library/app");
    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final String DIGEST = Digest.of(CONTENT).toString();
    private final IOException reset = new IOException("Connection reset");

    private FakeHttp http;

    @AfterEach
    void everyAnswerIsClosed() {
        assertThat(http.responses()).allMatch(FakeResponse::isClosed);
    }

    @ParameterizedTest
    @EnumSource
    void read_brokenLine_asksForTheRest(Way way) {
        assertThat(download(way, whole(4).breakingWith(reset), part(4, 10))).isEqualTo(CONTENT);
        assertThat(ranges()).containsExactly("", "bytes=4-");
    }

    @ParameterizedTest
    @EnumSource
    void read_brokenLine_isTheSameToAReaderOfTheStream(Way way) {
        http = FakeHttp.replying(whole(4).breakingWith(reset), part(4, 6), part(6, 10));

        assertThat(way.stream(http.pipeline(), () -> new BlobDownload(REPOSITORY, DIGEST)))
                .isEqualTo(CONTENT);
        assertThat(ranges()).containsExactly("", "bytes=4-", "bytes=6-");
    }

    @ParameterizedTest
    @EnumSource
    void read_contentThatEndsEarly_asksForTheRest(Way way) {
        assertThat(download(way, whole(9), part(9, 10))).isEqualTo(CONTENT);
        assertThat(ranges()).containsExactly("", "bytes=9-");
    }

    @ParameterizedTest
    @EnumSource
    void read_brokenLine_goesThroughTheRegistryAgain(Way way) {
        assertThat(download(way, to("https://a.example/1"), whole(4), to("https://b.example/2"), part(4, 10)))
                .isEqualTo(CONTENT);
        assertThat(http.lines())
                .containsExactly(
                        "GET https://reg.example/v2/library/app/blobs/" + DIGEST,
                        "GET https://a.example/1",
                        "GET https://reg.example/v2/library/app/blobs/" + DIGEST,
                        "GET https://b.example/2");
        assertThat(ranges()).containsExactly("", "", "bytes=4-", "bytes=4-");
    }

    @ParameterizedTest
    @EnumSource
    void read_redirectsOfEachRequest_areCountedForThemselves(Way way) {
        assertThat(download(way, to("/1"), to("/2"), to("/3"), whole(4), to("/1"), to("/2"), to("/3"), part(4, 10)))
                .isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @EnumSource
    void read_registryThatSendsAllAgain_isSkippedToTheByte(Way way) {
        byte[] large = new byte[50_000];
        new Random(1).nextBytes(large);
        http = FakeHttp.replying(
                Reply.of(200).header("Content-Length", "50000").body(Arrays.copyOf(large, 20_001)),
                Reply.of(200).header("Content-Length", "50000").body(large));

        assertThat(way.download(
                        http.pipeline(),
                        () -> new BlobDownload(REPOSITORY, Digest.of(large).toString())))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @EnumSource
    void read_registryThatSendsAllAgainAndBreaksBeforeAnythingNew_makesNoProgress(Way way) {
        assertThatThrownBy(() -> download(way, whole(4), whole(4), whole(3), whole(4)))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("the content ends after 4 of 10 bytes, each time");
    }

    @ParameterizedTest
    @EnumSource
    void read_threeConnectionsInARowThatBringNothing_areTheEnd(Way way) {
        Reply nothing = part(4, 4).breakingWith(reset);

        assertThatThrownBy(() -> download(way, whole(4).breakingWith(reset), nothing, nothing, nothing, part(4, 10)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(reset)
                .hasMessageContaining("download blob library/app@" + DIGEST + " failed: Connection reset");
        assertThat(http.sent()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void read_firstThreeConnectionsThatBringNothing_areTheEnd(Way way) {
        Reply nothing = whole(0).breakingWith(reset);

        assertThatThrownBy(() -> download(way, nothing, nothing, nothing, whole(10)))
                .hasCause(reset);
        assertThat(http.sent()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void read_progressInBetween_startsTheCountAgain(Way way) {
        Reply four = part(4, 4).breakingWith(reset);
        Reply five = part(5, 5).breakingWith(reset);

        assertThat(download(way, whole(4), four, four, part(4, 5), five, five, part(5, 10)))
                .isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @EnumSource
    void read_2000ConnectionsOfAByteEach_doNotOverflowTheStack(Way way) {
        byte[] content = new byte[2_000];
        AtomicInteger at = new AtomicInteger();
        http = new FakeHttp(request -> {
            int next = at.getAndIncrement();
            Reply reply = Reply.of(next == 0 ? 200 : 206).body(new byte[1]).breakingWith(reset);
            return next == 0
                    ? reply.header("Content-Length", "2000")
                    : reply.header("Content-Range", "bytes " + next + "-1999/2000");
        });

        assertThat(way.download(
                        http.pipeline(),
                        () -> new BlobDownload(REPOSITORY, Digest.of(content).toString())))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource
    void read_lineThatBreaksAfterTheLastByte_isWhole(Way way) {
        assertThat(download(way, whole(10).breakingWith(reset))).isEqualTo(CONTENT);
        assertThat(http.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void read_unknownLengthAndALineThatBreaksAfterTheLastByte_isWholeOnceThereIsNothingMore(Way way) {
        Reply chunked = Reply.of(200).body(CONTENT).breakingWith(reset);

        assertThat(download(way, chunked, Reply.of(416).header("Content-Range", "bytes */10")))
                .isEqualTo(CONTENT);
        assertThat(ranges()).containsExactly("", "bytes=10-");
    }

    @ParameterizedTest
    @EnumSource
    void read_unknownLength_goesOnToo(Way way) {
        assertThat(download(
                        way,
                        Reply.of(200).body("012").breakingWith(reset),
                        Reply.of(206).header("Content-Range", "bytes 3-9/*").body("3456789")))
                .isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({"SYNC, bytes */12", "ASYNC, bytes */12", "SYNC, bytes */3", "ASYNC, bytes */3"})
    void read_nothingMoreThoughMoreWasPromised_isAnError(Way way, String range) {
        assertThatThrownBy(() -> download(way, whole(4), Reply.of(416).header("Content-Range", range)))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("nothing is sent from byte 4 on, of " + range.substring(8));
    }

    @ParameterizedTest
    @EnumSource
    void read_nothingMoreWithoutANumber_isLeftToTheDigest(Way way) {
        assertThatThrownBy(() -> download(way, whole(4), Reply.of(416)))
                .isInstanceOf(ServiceResponseException.class)
                .hasMessageContaining(" instead of " + DIGEST);
    }

    /** What Azure's own tests have to fail, and more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-0", "bytes 4-", "bytes 4-9", "bytes 4-9/", "bytes 4-9/foo", "bytes 4-9/-1", "bytes 0-9/10",
                "bytes 5-9/10", "bytes 3-9/10", "bytes 9-4/10", "bytes 4-10/10", "bytes 4-9/11", "''", "octets 4-9/10"
            })
    void read_partThatIsNotTheOneAskedFor_isAnError(String range) {
        assertThatThrownBy(() -> download(
                        Way.SYNC,
                        whole(4),
                        Reply.of(206).header("Content-Range", range).body("456789")))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageStartingWith("download blob library/app@" + DIGEST + " failed: the ");
    }

    @ParameterizedTest
    @EnumSource
    void read_otherContentFromThereOn_isFoundOutAtTheEnd(Way way) {
        assertThatThrownBy(() -> download(
                        way,
                        whole(4),
                        Reply.of(206).header("Content-Range", "bytes 4-9/10").body("oTher!")))
                .isInstanceOf(ServiceResponseException.class)
                .hasMessageContaining(" instead of " + DIGEST);
    }

    @ParameterizedTest
    @EnumSource
    void read_restThatIsGone_saysSo(Way way) {
        assertThatThrownBy(() -> download(way, whole(4), Reply.of(404))).isInstanceOf(ResourceNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void read_failureThatIsNoneOfTheLine_isTheEnd(Way way) {
        Reply odd = whole(4);
        IllegalStateException bug = new IllegalStateException("a policy's bug");
        http = new FakeHttp(request -> {
            if (request.header("Range").isEmpty()) {
                return odd;
            }
            throw bug;
        });

        assertThatThrownBy(() -> way.download(http.pipeline(), () -> new BlobDownload(REPOSITORY, DIGEST)))
                .isSameAs(bug);
        assertThat(http.sent()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void read_nothing_isAContentToo(Way way) {
        http = FakeHttp.replying(Reply.of(200).header("Content-Length", "0"));

        assertThat(way.download(
                        http.pipeline(),
                        () -> new BlobDownload(
                                REPOSITORY, Digest.of(new byte[0]).toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void read_moreThanWasPromised_isAnError(Way way) {
        assertThatThrownBy(() -> download(
                        way, Reply.of(200).header("Content-Length", "10").body("0123456789+")))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("more than the 10 bytes that were announced");
    }

    @ParameterizedTest
    @EnumSource
    void read_lengthBelowWhatCame_isAnError(Way way) {
        Reply shorter = Reply.of(200).header("Content-Length", "5").body("01234");

        assertThatThrownBy(() -> download(way, Reply.of(200).body("01234567").breakingWith(reset), shorter))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("the content has 5 bytes now, and 8 came before");
    }

    @ParameterizedTest
    @EnumSource
    void read_moreThanWasPromised_isNotReadToItsEnd(Way way) {
        Reply endless = Reply.of(206).header("Content-Range", "bytes 4-9/10").body(new byte[10_000_000]);

        assertThatThrownBy(() -> download(way, whole(4), endless))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("more than the 10 bytes that were announced");
        assertThat(http.responses().get(1).bytesRead()).isLessThan(100_000);
    }

    @Test
    void read_partThenAgain_startsAfresh() {
        http = FakeHttp.replying(whole(10), whole(10));
        Flux<ByteBuffer> content = new AsyncRunner(http.pipeline(), Way.TRACER)
                .content("test", () -> new BlobDownload(REPOSITORY, DIGEST));

        content.take(1).blockLast();

        assertThat(content.map(ByteBuffer::remaining).reduce(0, Integer::sum).block())
                .isEqualTo(10);
        assertThat(ranges()).containsExactly("", "");
        http.responses().forEach(answer -> assertThat(answer.closing()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void read_oneBufferAtATime_isNotReadAheadOverConnections() {
        byte[] large = new byte[400_000];
        http = FakeHttp.replying(
                Reply.of(200).header("Content-Length", "400000").body(new byte[20_000]),
                Reply.of(206)
                        .header("Content-Range", "bytes 20000-399999/400000")
                        .body(new byte[380_000]));
        StepByStep reader = new StepByStep();

        new AsyncRunner(http.pipeline(), Way.TRACER)
                .content(
                        "test",
                        () -> new BlobDownload(REPOSITORY, Digest.of(large).toString()))
                .subscribe(reader);
        for (int i = 0; i < 5; i++) {
            reader.next();
        }
        reader.cancel();

        assertThat(http.responses()).hasSize(2);
        assertThat(http.responses().get(1).bytesRead()).isLessThan(50_000);
        http.responses().forEach(answer -> assertThat(answer.closing()).succeedsWithin(Duration.ofSeconds(10)));
    }

    /** Asks for one buffer after the other. */
    private static final class StepByStep extends BaseSubscriber<ByteBuffer> {
        private final BlockingQueue<ByteBuffer> arrived = new LinkedBlockingQueue<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Nothing is asked for yet.
        }

        @Override
        protected void hookOnNext(ByteBuffer buffer) {
            arrived.add(buffer);
        }

        void next() {
            request(1);
            try {
                assertThat(arrived.poll(10, TimeUnit.SECONDS)).isNotNull();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private byte[] download(Way way, Reply... replies) {
        http = FakeHttp.replying(replies);
        return way.download(http.pipeline(), () -> new BlobDownload(REPOSITORY, DIGEST));
    }

    private List<String> ranges() {
        return http.sent().stream().map((Sent sent) -> sent.header("Range")).toList();
    }

    /** The first bytes of an answer that promises all of them. */
    private static Reply whole(int sent) {
        return Reply.of(200).header("Content-Length", "10").body(Arrays.copyOf(CONTENT, sent));
    }

    /** The bytes from one to another of an answer that promises all from the first on. */
    private static Reply part(int from, int to) {
        return Reply.of(206)
                .header("Content-Range", "bytes " + from + "-9/10")
                .body(Arrays.copyOfRange(CONTENT, from, to));
    }

    private static Reply to(String location) {
        return Reply.of(307).header("Location", location);
    }
}
