// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.models.DigestAlgorithm;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.SetManifestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Manifests and the digests by which they go. */
class ManifestsTest {
    private static final Manifests MANIFESTS =
            new Manifests(Repository.of(new Endpoint("https://reg.example", "1"), "library/app"));
    private static final byte[] BYTES = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Digest SHA256 = Digest.of(BYTES);
    private static final Digest SHA512 = Digest.of(DigestAlgorithm.SHA512, BYTES);

    @ParameterizedTest
    @EnumSource
    void set_sha512WithoutATag_goesUnderThatDigest(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(201).header("Docker-Content-Digest", SHA512.toString()));

        assertThat(set(way, http, options(DigestAlgorithm.SHA512))).isEqualTo(SHA512.toString());
        assertThat(http.lines()).containsExactly("PUT https://reg.example/v2/library/app/manifests/" + SHA512);
    }

    @Test
    void set_sha512WithATag_isRefusedWithAdvice() {
        FakeHttp http = FakeHttp.replying();

        assertThatThrownBy(() ->
                        set(Way.SYNC, http, options(DigestAlgorithm.SHA512).setTag("v1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set the manifest without a tag, or with SHA256");
    }

    @Test
    void set_registryThatNamesTheSha256OfASha512Manifest_isChecked() {
        Reply right = Reply.of(201).header("Docker-Content-Digest", SHA256.toString());
        Reply wrong = Reply.of(201).header("Docker-Content-Digest", "sha256:" + "0".repeat(64));

        assertThat(set(Way.SYNC, FakeHttp.replying(right), options(DigestAlgorithm.SHA512)))
                .isEqualTo(SHA512.toString());
        assertThatThrownBy(() -> set(Way.SYNC, FakeHttp.replying(wrong), options(DigestAlgorithm.SHA512)))
                .isInstanceOf(ServiceResponseException.class);
    }

    @ParameterizedTest
    @EnumSource
    void set_registryThatNamesAnotherDigest_isRefused(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(201).header("Docker-Content-Digest", "sha256:bogus"));

        assertThatThrownBy(() -> set(way, http, options(DigestAlgorithm.SHA256)))
                .isInstanceOf(ServiceResponseException.class)
                .hasMessageContaining("stored the manifest as sha256:bogus, but its digest is " + SHA256);
    }

    @Test
    void set_registryThatNamesNonsense_isQuotedWithoutHarm() {
        FakeHttp http =
                FakeHttp.replying(Reply.of(201).header("Docker-Content-Digest", "\u001b[2J" + "x".repeat(100_000)));

        assertThatThrownBy(() -> set(Way.SYNC, http, options(DigestAlgorithm.SHA256)))
                .hasMessageContaining("stored the manifest as  [2Jxxx")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_500));
    }

    @ParameterizedTest
    @EnumSource
    void get_sha512InUpperCase_isAskedForAsRegistriesSpellItAndChecked(Way way) {
        String upper = "sha512:" + SHA512.hex().toUpperCase(Locale.ROOT);
        Reply right = Reply.json("{}").header("Docker-Content-Digest", SHA256.toString());
        FakeHttp http = FakeHttp.replying(right);

        assertThat(way.call(http.pipeline(), MANIFESTS.get(upper)).getValue().getDigest())
                .isEqualTo(SHA512.toString());
        assertThat(http.lines()).containsExactly("GET https://reg.example/v2/library/app/manifests/" + SHA512);
        assertThatThrownBy(() -> way.call(FakeHttp.replying(Reply.json("[]")).pipeline(), MANIFESTS.get(upper)))
                .isInstanceOf(ServiceResponseException.class);
    }

    @Test
    void get_digestThatCannotBeChecked_isNotUsed() {
        FakeHttp http = FakeHttp.replying(Reply.json("{}"));

        assertThatThrownBy(() -> Way.SYNC.call(http.pipeline(), MANIFESTS.get("md5:0cc175b9c0f1b6a831c399e269772661")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"md5:0cc175b9c0f1b6a831c399e269772661\" is no sha256 or sha512 digest");
    }

    private static SetManifestOptions options(DigestAlgorithm algorithm) {
        return new SetManifestOptions(BinaryData.fromBytes(BYTES), ManifestMediaType.OCI_IMAGE_MANIFEST)
                .setDigestAlgorithm(algorithm);
    }

    private static String set(Way way, FakeHttp http, SetManifestOptions options) {
        return way.call(http.pipeline(), MANIFESTS.set(options)).getValue().getDigest();
    }
}
