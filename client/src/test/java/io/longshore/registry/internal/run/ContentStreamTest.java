// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ServiceResponseException;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.wire.BlobDownload;
import io.longshore.registry.internal.wire.Digest;
import io.longshore.registry.internal.wire.Endpoint;
import io.longshore.registry.internal.wire.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A download as a stream. */
class ContentStreamTest {
    private static final Repository REPOSITORY = Repository.of(new Endpoint("https://reg.example", "1"), "library/app");
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void read_toTheEnd_givesAllAndStaysAtTheEnd() throws IOException {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(ABC));
        try (InputStream stream = open(http)) {
            assertThat(stream.read()).isEqualTo('a');
            assertThat(stream.readAllBytes()).isEqualTo(new byte[] {'b', 'c'});
            assertThat(stream.read()).isEqualTo(-1);
        }
        assertThat(http.responses().get(0).isClosed()).isTrue();
    }

    @Test
    void read_toTheEnd_givesTheConnectionBackWithoutAClose() throws IOException {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(ABC));

        open(http).transferTo(new ByteArrayOutputStream());

        assertThat(http.responses().get(0).isClosed()).isTrue();
    }

    @Test
    void close_early_givesTheConnectionBackWithoutReadingOn() throws IOException {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(new byte[1_000_000]));
        InputStream stream = open(http);
        stream.read();

        stream.close();
        stream.close();

        assertThat(http.responses().get(0).isClosed()).isTrue();
        assertThat(http.responses().get(0).bytesRead()).isLessThan(100_000);
        assertThat(http.sent()).hasSize(1);
    }

    @Test
    void read_afterAClose_isNotTheEnd() throws IOException {
        InputStream stream = open(FakeHttp.replying(Reply.of(200).body(ABC)));
        stream.close();

        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("the stream is closed");
    }

    @Test
    void read_thatReachesTheEndOfOtherContent_throwsEachTime() throws IOException {
        InputStream stream = open(FakeHttp.replying(Reply.of(200).body("abd")));

        assertThat(stream.readNBytes(3)).hasSize(3);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(stream::read)
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(ServiceResponseException.class)
                    .hasMessageContaining(" instead of " + Digest.of(ABC));
        }
    }

    @Test
    void read_lineThatStaysBroken_throwsEachTime() throws IOException {
        FakeHttp http = new FakeHttp(request -> Reply.of(200).breakingWith(new IOException("reset")));
        InputStream stream = open(http);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(stream::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset")
                    .hasMessageContaining("try again");
        }
        assertThat(http.sent()).hasSize(3);
        assertThat(http.responses()).allMatch(answer -> answer.isClosed());
        stream.close();
    }

    @Test
    void read_noBytesAtAll_asksForNothing() throws IOException {
        try (InputStream stream = open(FakeHttp.replying(Reply.of(200).body(ABC)))) {
            assertThat(stream.read(new byte[0])).isZero();
            assertThat(stream.readAllBytes()).isEqualTo(ABC);
        }
    }

    /** Java's own reader takes a stream that has nothing available at the end of a member to be at its end. */
    @Test
    void read_gzipOfSeveralMembers_givesAllOfThem() throws IOException {
        byte[] first = zipped("first");
        byte[] layer = joined(first, zipped(" and second"));
        FakeHttp http = FakeHttp.replying(Reply.of(200).body(layer));
        InputStream stream = runner(http).stream(
                        "test", new BlobDownload(REPOSITORY, Digest.of(layer).toString()), null)
                .getValue();

        byte[] content = new GZIPInputStream(stream, first.length).readAllBytes();

        assertThat(content).asString(StandardCharsets.US_ASCII).isEqualTo("first and second");
    }

    @Test
    void available_atTheEndAndAfterAClose_isNothing() throws IOException {
        InputStream read = open(FakeHttp.replying(Reply.of(200).body(ABC)));
        InputStream closed = open(FakeHttp.replying(Reply.of(200).body(ABC)));
        assertThat(read.available()).isPositive();

        read.readAllBytes();
        closed.close();

        assertThat(read.available()).isZero();
        assertThatThrownBy(closed::available).isInstanceOf(IOException.class).hasMessage("the stream is closed");
    }

    @Test
    void close_byAnotherThreadThanTheOneThatReads_endsTheReadAndAsksForNothingMore() throws IOException {
        AtomicReference<InputStream> stream = new AtomicReference<>();
        FakeHttp http = new FakeHttp(request -> Reply.of(200).body("a").breakingWith(new IOException("Socket closed")));
        Download download = new Disturbed(download(), () -> close(stream.get()));
        stream.set(runner(http).stream("test", download, null).getValue());

        assertThatThrownBy(() -> stream.get().readAllBytes()).isInstanceOf(IOException.class);

        assertThat(http.sent()).hasSize(1);
        assertThat(http.responses()).allMatch(answer -> answer.isClosed());
    }

    @Test
    void close_whileTheRestIsAskedFor_givesTheNewConnectionBackToo() throws IOException {
        AtomicReference<InputStream> stream = new AtomicReference<>();
        FakeHttp http = new FakeHttp(request -> {
            if (stream.get() != null) {
                close(stream.get());
            }
            return Reply.of(200).header("Content-Length", "3").body("a");
        });
        stream.set(open(http));

        assertThatThrownBy(() -> stream.get().readAllBytes()).isInstanceOf(IOException.class);

        assertThat(http.sent()).hasSize(2);
        assertThat(http.responses()).allMatch(answer -> answer.isClosed());
    }

    @Test
    void open_refusal_isTheLibrarysOwnException() {
        assertThatThrownBy(() -> open(FakeHttp.replying(Reply.of(404)))).isInstanceOf(HttpResponseException.class);
    }

    @Test
    void open_answer_isGivenWithTheStream() {
        FakeHttp http = FakeHttp.replying(Reply.of(200).header("ETag", "e").body(ABC));

        Response<InputStream> response = runner(http).stream("test", download(), null);

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders().getValue(com.azure.core.http.HttpHeaderName.ETAG))
                .isEqualTo("e");
    }

    @Test
    void read_onAThreadOfReactor_works() {
        FakeHttp http = FakeHttp.replying(
                Reply.of(200).header("Content-Length", "3").body("a"),
                Reply.of(206).header("Content-Range", "bytes 1-2/3").body("bc"));

        byte[] read = Mono.fromCallable(() -> open(http).readAllBytes())
                .subscribeOn(Schedulers.parallel())
                .block();

        assertThat(read).isEqualTo(ABC);
    }

    @Test
    void read_interruptedThread_isGivenBack() {
        FakeHttp http = new FakeHttp(
                request -> Reply.of(200).body("a").breakingWith(new java.io.InterruptedIOException("interrupted")));

        assertThatThrownBy(() -> open(http).readAllBytes()).hasMessageContaining("interrupted");

        assertThat(http.sent()).hasSize(1);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A download during whose broken line something else happens. */
    private record Disturbed(Download download, Runnable disturbance) implements Download {
        @Override
        public String name() {
            return download.name();
        }

        @Override
        public Step<OpenContent> open() {
            return download.open();
        }

        @Override
        public ByteBuffer take(ByteBuffer arrived) {
            return download.take(arrived);
        }

        @Override
        public boolean isOver(@Nullable RuntimeException broken) {
            disturbance.run();
            return download.isOver(broken);
        }
    }

    private static InputStream open(FakeHttp http) {
        return runner(http).stream("test", download(), null).getValue();
    }

    private static BlobDownload download() {
        return new BlobDownload(REPOSITORY, Digest.of(ABC).toString());
    }

    private static SyncRunner runner(FakeHttp http) {
        return new SyncRunner(http.pipeline(), Way.TRACER);
    }
}
