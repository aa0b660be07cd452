// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.content.ChannelSink;
import io.longshore.registry.internal.content.Portion;
import io.longshore.registry.internal.content.Slice;
import io.longshore.registry.internal.content.Source;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.FakeResponse;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class DriversTest {
    private static final String URL = "https://reg.example/";

    @Test
    void run_sameSequence_sendsTheSameRequestsBothWays() {
        FakeHttp sync = new FakeHttp(request -> Reply.of(202));
        FakeHttp async = new FakeHttp(request -> Reply.of(202));
        byte[] content = "0123456789abcdef".repeat(5_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        Way.SYNC.run(sync.pipeline(), () -> sendAll(0), content);
        Way.ASYNC.run(async.pipeline(), () -> sendAll(0), content);

        assertThat(sync.sent()).hasSize(12).isEqualTo(async.sent());
    }

    @ParameterizedTest
    @EnumSource
    void run_5000Steps_doNotOverflowTheStack(Way way) {
        FakeHttp http = new FakeHttp(request -> Reply.of(200));

        assertThat(way.run(http.pipeline(), () -> countDown(5_000))).isEqualTo("done");
        assertThat(http.sent()).hasSize(5_000);
    }

    @ParameterizedTest
    @EnumSource
    void run_bodyOfTheLimit_isRead(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(new byte[70_000]));

        assertThat(way.call(http.pipeline(), bounded(70_000))).isEqualTo(70_000);
    }

    @ParameterizedTest
    @EnumSource
    void run_bodyAboveTheLimit_isRefusedWithoutReadingItAll(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(new byte[10 * 1024 * 1024]));

        assertThatThrownBy(() -> way.call(http.pipeline(), bounded(70_000)))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("read it failed: the body is larger than the 70000 bytes allowed");
        assertThat(only(http).bytesRead()).isLessThan(70_000 + 16 * 1024);
        assertThat(only(http).isClosed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void run_successAndReaderThatThrows_closeTheAnswer(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body("x"), Reply.of(200).body("x"));
        Call<Object> broken = Call.plain("read it", "", DriversTest::get, answer -> {
            throw new IllegalStateException("reader");
        });

        way.call(http.pipeline(), bounded(10));
        assertThatThrownBy(() -> way.call(http.pipeline(), broken)).hasMessage("reader");

        assertThat(http.responses()).hasSize(2).allMatch(FakeResponse::isClosed);
    }

    @ParameterizedTest
    @EnumSource
    void run_openAnswerWhoseReaderThrows_isClosed(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(206).body("x"));

        assertThatThrownBy(() -> way.call(http.pipeline(), open(answer -> answer.expect(200))))
                .isInstanceOf(HttpResponseException.class);
        assertThat(only(http).isClosed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void download_wholeContent_isGivenCheckedAndClosed(Way way) {
        byte[] content = new byte[100_000];
        new java.util.Random(1).nextBytes(content);
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(content));
        Recorder check = new Recorder();

        assertThat(way.download(http.pipeline(), () -> check)).isEqualTo(content);
        assertThat(check.length).isEqualTo(100_000);
        assertThat(check.finished).isTrue();
        assertThat(only(http).isClosed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void download_checkThatFails_failsWithThatAndCloses(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body("x"));
        Recorder check = new Recorder();
        check.failure = new IllegalStateException("not what was asked for");

        assertThatThrownBy(() -> way.download(http.pipeline(), () -> check)).isSameAs(check.failure);
        assertThat(only(http).isClosed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void download_connectionThatBreaks_namesTheCallAndCloses(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body("x").breakingWith(new IOException("reset")));
        Recorder check = new Recorder();

        assertThatThrownBy(() -> way.download(http.pipeline(), () -> check))
                .hasMessage(
                        "fetch it failed: reset (https://reg.example/) - the connection to reg.example broke: try again");
        assertThat(check.finished).isFalse();
        assertThat(only(http).isClosed()).isTrue();
    }

    @Test
    void download_cancelledMidway_closes() {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(new byte[100_000]));
        Flux<ByteBuffer> content = new AsyncRunner(http.pipeline(), Way.TRACER).content("test", Recorder::new);

        assertThat(content.take(2).count().block()).isEqualTo(2);

        assertThat(only(http).closing()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(only(http).bytesRead()).isLessThan(100_000);
    }

    @Test
    void download_cancelledWhileItWaitsForAThread_closes() throws InterruptedException {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(new byte[10]));
        List<CountDownLatch> busy = occupyWaitingThreads();

        Disposable download = new AsyncRunner(http.pipeline(), Way.TRACER)
                .content("test", Recorder::new)
                .subscribe();
        assertThat(only(http).isClosed()).isFalse();
        download.dispose();
        // The download is queued behind the first one, which stays occupied.
        busy.subList(1, busy.size()).forEach(CountDownLatch::countDown);

        try {
            assertThat(only(http).closing()).succeedsWithin(Duration.ofSeconds(10));
        } finally {
            busy.get(0).countDown();
        }
    }

    /** Keeps every thread that is made for waiting, each until its latch is counted down. */
    private static List<CountDownLatch> occupyWaitingThreads() throws InterruptedException {
        CountDownLatch occupied = new CountDownLatch(Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE);
        List<CountDownLatch> busy = new ArrayList<>();
        for (int i = 0; i < Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE; i++) {
            CountDownLatch free = new CountDownLatch(1);
            busy.add(free);
            Schedulers.boundedElastic().schedule(() -> {
                occupied.countDown();
                assertThatCode(free::await).doesNotThrowAnyException();
            });
        }
        assertThat(occupied.await(10, TimeUnit.SECONDS)).isTrue();
        return busy;
    }

    @Test
    void download_secondPassOverTheBuffers_isAnOperationOfItsOwn() {
        FakeHttp http =
                FakeHttp.replying(Reply.of(200).body("abc"), Reply.of(200).body("abc"));
        Flux<ByteBuffer> content = new AsyncRunner(http.pipeline(), Way.TRACER).content("test", Recorder::new);

        content.blockLast();
        content.blockLast();

        assertThat(http.responses()).hasSize(2).allMatch(FakeResponse::isClosed);
    }

    @Test
    void download_targetThatFails_isNotTakenForTheConnection() {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body("abc"));
        IOException full = new IOException("No space left on device");

        assertThatThrownBy(() -> new SyncRunner(http.pipeline(), Way.TRACER)
                        .download(
                                "test",
                                new Recorder(),
                                () -> new ChannelSink(new Channel(buffer -> {
                                    throw full;
                                })),
                                (answer, sink) -> sink,
                                null))
                .hasCause(full)
                .hasMessageContaining("No space left on device")
                .hasMessageNotContaining("connection");
        assertThat(only(http).isClosed()).isTrue();
    }

    @Test
    void download_targetThatTakesLittleAtATime_getsAll() {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body("abcdefgh"));
        StringBuilder written = new StringBuilder();

        new SyncRunner(http.pipeline(), Way.TRACER)
                .download(
                        "test",
                        new Recorder(),
                        () -> new ChannelSink(new Channel(buffer -> written.append((char) buffer.get()))),
                        (answer, sink) -> sink,
                        null);

        assertThat(written).hasToString("abcdefgh");
    }

    @Test
    void run_fluxThatFails_failsWithThatVeryError() {
        IOException broken = new IOException("disk");
        List<Throwable> failures = new ArrayList<>();

        new AsyncRunner(new FakeHttp(request -> Reply.of(202)).pipeline(), Way.TRACER)
                .run("test", () -> sendAll(0), data(Flux.error(broken)))
                .doOnError(failures::add)
                .onErrorComplete()
                .block();

        assertThat(failures).containsExactly(broken);
    }

    @Test
    void run_streamThatFails_failsWithThatVeryError() {
        IllegalStateException broken = new IllegalStateException("source");
        BinaryData content = BinaryData.fromStream(new InputStream() {
            @Override
            public int read() {
                throw broken;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                throw broken;
            }
        });

        assertThatThrownBy(() -> new SyncRunner(new FakeHttp(request -> Reply.of(202)).pipeline(), Way.TRACER)
                        .run("test", sendAll(0), new Source.Data(content), null))
                .isSameAs(broken);
    }

    @Test
    void run_stream_isClosedAtTheEnd() {
        AtomicBoolean closed = new AtomicBoolean();
        BinaryData content = BinaryData.fromStream(new ByteArrayInputStream(new byte[10]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });

        new SyncRunner(new FakeHttp(request -> Reply.of(202)).pipeline(), Way.TRACER)
                .run("test", sendAll(0), new Source.Data(content), null);

        assertThat(closed).isTrue();
    }

    @Test
    void run_twoSubscribers_startAfreshForEach() {
        FakeHttp http = new FakeHttp(request -> Reply.of(200));
        var run = new AsyncRunner(http.pipeline(), Way.TRACER).run("test", () -> countDown(3));

        assertThat(http.sent()).isEmpty();
        run.block();
        run.block();

        assertThat(http.sent()).hasSize(6);
    }

    private static HttpRequest get() {
        return new HttpRequest(HttpMethod.GET, URL);
    }

    private static FakeResponse only(FakeHttp http) {
        assertThat(http.responses()).hasSize(1);
        return http.responses().get(0);
    }

    private static Call<Integer> bounded(int limit) {
        return Call.plain(
                        "read it",
                        "",
                        DriversTest::get,
                        answer -> answer.expect(200).body().length)
                .reading(new Call.Reading.Whole(limit, false));
    }

    private static Call<Answer> open(java.util.function.Function<Answer, Answer> reader) {
        return Call.plain("fetch it", "", DriversTest::get, reader).reading(Call.OPEN);
    }

    /** Sends the content in parts of 7,000 bytes. */
    private static Step<Integer> sendAll(int sent) {
        return new Step.Read<>(
                new Portion(7_000, 7_000, seen -> {}),
                slice -> new Step.Send<>(
                        put(sent, slice),
                        answered -> slice.last()
                                ? new Step.Done<>(sent + (int) slice.length())
                                : sendAll(sent + (int) slice.length())));
    }

    private static Source data(Flux<ByteBuffer> content) {
        return new Source.Data(BinaryData.fromFlux(content, null, false).block());
    }

    private static Call<Integer> put(int offset, Slice slice) {
        return Call.plain(
                "send it",
                "",
                () -> new HttpRequest(HttpMethod.PUT, URL + offset).setBody(slice.body()),
                answer -> answer.expect(202).status());
    }

    private static Step<String> countDown(int left) {
        return left == 0 ? new Step.Done<>("done") : new Step.Send<>(bounded(10), length -> countDown(left - 1));
    }

    /** A download over one connection. */
    private static final class Recorder implements Download {
        private long length;
        private boolean finished;
        private RuntimeException failure;

        @Override
        public String name() {
            return "fetch it";
        }

        @Override
        public Step<OpenContent> open() {
            return new Step.Send<>(
                    DriversTest.open(answer -> answer), answer -> new Step.Done<>(new OpenContent(answer, -1, false)));
        }

        @Override
        public ByteBuffer take(ByteBuffer arrived) {
            length += arrived.remaining();
            return arrived;
        }

        @Override
        public boolean isOver(RuntimeException broken) {
            if (broken != null) {
                throw broken;
            }
            finished = true;
            if (failure != null) {
                throw failure;
            }
            return true;
        }
    }

    private interface Writer {
        void write(ByteBuffer source) throws IOException;
    }

    private record Channel(Writer writer) implements java.nio.channels.WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            int before = source.remaining();
            writer.write(source);
            return before - source.remaining();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
