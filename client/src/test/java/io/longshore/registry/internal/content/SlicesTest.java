// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longshore.registry.internal.fake.Seeds;
import io.longshore.registry.internal.fake.Way;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class SlicesTest {

    @Test
    void next_anyContentInAnyBuffers_givesTheSameSlicesFromStreamAndFlux() {
        Seeds.each(300, random -> {
            byte[] content = new byte[random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(5_000)];
            random.nextBytes(content);
            int max = 1 + random.nextInt(random.nextBoolean() ? 16 : 3_000);
            FluxSlices flux = flux(cut(content, random));
            StreamSlices stream = stream(dripping(content, random));

            List<String> expected = expected(content, max);
            assertThat(all(length -> Way.got(flux.next(portion(length))), max)).isEqualTo(expected);
            assertThat(all(length -> stream.next(portion(length)), max)).isEqualTo(expected);
        });
    }

    @Test
    void next_buffersFromAnotherThread_givesTheSameSlices() {
        Seeds.each(20, random -> {
            byte[] content = new byte[20_000];
            random.nextBytes(content);
            FluxSlices flux = flux(cut(content, random).publishOn(Schedulers.parallel(), 1));

            assertThat(all(length -> Way.got(flux.next(portion(length))), 3_000))
                    .isEqualTo(expected(content, 3_000));
        });
    }

    @Test
    void next_bufferReusedByItsSource_isKeptAsItWas() {
        ByteBuffer reused = ByteBuffer.allocate(2);
        FluxSlices slices = flux(Flux.range(0, 4)
                .map(i -> reused.clear().put(i.byteValue()).put((byte) (0 - i)).flip()));

        assertThat(bytes(Way.got(slices.next(portion(100))))).containsExactly(0, 0, 1, -1, 2, -2, 3, -3);
    }

    @Test
    void next_bufferOfTheCaller_isLeftAtItsPosition() {
        ByteBuffer mine = ByteBuffer.wrap(new byte[10], 3, 4).slice();
        FluxSlices slices = flux(Flux.just(mine));

        assertThat(Way.got(slices.next(portion(100))).length()).isEqualTo(4);
        assertThat(mine.remaining()).isEqualTo(4);
    }

    @Test
    void next_100000TinyBuffers_doNotOverflowTheStack() {
        FluxSlices slices = flux(Flux.range(0, 100_000).map(i -> ByteBuffer.wrap(new byte[] {(byte) (int) i})));

        assertThat(Way.got(slices.next(portion(200_000))).length()).isEqualTo(100_000);
    }

    @Test
    void next_fluxThatIsNotAskedFor_isNotSubscribed() {
        AtomicInteger subscriptions = new AtomicInteger();
        FluxSlices slices =
                flux(Flux.<ByteBuffer>empty().doOnSubscribe(subscription -> subscriptions.incrementAndGet()));

        slices.next(portion(1));
        slices.cancel();

        assertThat(subscriptions).hasValue(0);
    }

    @Test
    void next_fluxOfBuffers_isAskedForOneMoreThanTheSliceNeeds() {
        AtomicInteger given = new AtomicInteger();
        FluxSlices slices = flux(endless().doOnNext(buffer -> given.incrementAndGet()));

        Way.got(slices.next(portion(1_000)));
        assertThat(given).hasValue(11);

        Way.got(slices.next(portion(1_000)));
        assertThat(given).hasValue(21);
    }

    @Test
    void next_fluxOfBuffers_isAskedForOneAtATime() {
        List<Long> requests = new ArrayList<>();
        FluxSlices slices = flux(endless().doOnRequest(requests::add));

        Way.got(slices.next(portion(500)));

        assertThat(requests).hasSize(6).containsOnly(1L);
    }

    @Test
    void next_fluxThatFails_failsWithThatVeryError() {
        IOException broken = new IOException("disk");
        FluxSlices slices = flux(Flux.concat(Flux.just(ByteBuffer.allocate(10)), Flux.error(broken)));
        List<Throwable> failures = new ArrayList<>();

        slices.next(portion(100)).subscribe(slice -> failures.add(null), failures::add);

        assertThat(failures).containsExactly(broken);
    }

    @Test
    void next_sliceThatIsComplete_isGivenBeforeALaterError() {
        FluxSlices slices =
                flux(Flux.concat(Flux.just(ByteBuffer.allocate(10)), Flux.error(new IllegalStateException("later"))));

        assertThat(Way.got(slices.next(portion(5))).length()).isEqualTo(5);
        assertThatThrownBy(() -> Way.got(slices.next(portion(5)))).hasMessage("later");
    }

    /** Its buffers would get lost one over the other, and the digest would be that of what is left. */
    @Test
    void next_publisherThatSendsMoreThanIsAskedFor_fails() {
        FluxSlices slices = flux(Flux.create(
                sink -> {
                    for (int i = 0; i < 4; i++) {
                        sink.next(ByteBuffer.allocate(10));
                    }
                    sink.complete();
                },
                FluxSink.OverflowStrategy.IGNORE));

        assertThat(Way.got(slices.next(portion(10))).length()).isEqualTo(10);
        assertThatThrownBy(() -> Way.got(slices.next(portion(100))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more buffers than it was asked for");
    }

    @Test
    void cancel_whileASliceIsAwaited_cancelsTheSource() {
        Sinks.Many<ByteBuffer> source = Sinks.many().unicast().onBackpressureBuffer();
        FluxSlices slices = flux(source.asFlux());
        Disposable waiting = slices.next(portion(10)).subscribe();
        assertThat(source.currentSubscriberCount()).isOne();

        slices.cancel();

        assertThat(source.currentSubscriberCount()).isZero();
        waiting.dispose();
    }

    @Test
    void next_streamThatFails_keepsTheCause() {
        IOException broken = new IOException("disk");
        StreamSlices slices = stream(new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw broken;
            }
        });

        assertThatThrownBy(() -> slices.next(portion(10)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the content to upload could not be read: disk")
                .hasCause(broken);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void next_afterTheLastSlice_isEmptyAndLast(int max) {
        StreamSlices slices = stream(new ByteArrayInputStream(new byte[1]));

        slices.next(portion(max));

        Slice further = slices.next(portion(max));
        assertThat(further.length()).isZero();
        assertThat(further.last()).isTrue();
    }

    private static FluxSlices flux(Flux<ByteBuffer> source) {
        return new FluxSlices(source, false);
    }

    private static StreamSlices stream(InputStream source) {
        return new StreamSlices(source, true);
    }

    private static Portion portion(int max) {
        return new Portion(max, max, seen -> {});
    }

    private static Flux<ByteBuffer> endless() {
        return Flux.generate(sink -> sink.next(ByteBuffer.allocate(100)));
    }

    private static List<String> all(IntFunction<Slice> next, int max) {
        List<String> slices = new ArrayList<>();
        Slice slice;
        do {
            slice = next.apply(max);
            slices.add(HexFormat.of().formatHex(bytes(slice)));
        } while (!slice.last());
        return slices;
    }

    /** Full slices and a rest; of no content, one that is empty. */
    private static List<String> expected(byte[] content, int max) {
        List<String> slices = new ArrayList<>();
        for (int at = 0; at == 0 || at < content.length; at += max) {
            slices.add(HexFormat.of().formatHex(content, at, Math.min(content.length, at + max)));
        }
        return slices;
    }

    private static Flux<ByteBuffer> cut(byte[] content, Random random) {
        List<ByteBuffer> buffers = new ArrayList<>();
        int largest = 1 + random.nextInt(random.nextBoolean() ? 4 : 4_000);
        int at = 0;
        while (at < content.length) {
            int length = Math.min(content.length - at, random.nextInt(largest + 1));
            buffers.add(ByteBuffer.wrap(content, at, length));
            at += length;
        }
        return Flux.fromIterable(buffers);
    }

    /** A stream that gives fewer bytes than it is asked for, as sockets do. */
    private static InputStream dripping(byte[] content, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, length == 0 ? 0 : 1 + random.nextInt(length));
            }
        };
    }

    private static byte[] bytes(Slice slice) {
        return slice.body().toBytes();
    }
}
