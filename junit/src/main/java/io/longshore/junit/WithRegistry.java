// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a registry for a test and hands it, with clients that are ready to use, to the test's parameters.
 *
 * <pre>{@code
 * @WithRegistry
 * class PublisherTest {
 *     @Test
 *     void publish_newImage_isListed(RegistryEmulator registry, ContainerRegistryClient client) {
 *         new Publisher(client).publish("app");
 *         assertThat(client.listRepositoryNames()).containsExactly("app");
 *     }
 * }
 * }</pre>
 *
 * <p>Every test method, and every invocation of a parameterised one, has an empty registry of its own, which its
 * {@code @BeforeEach} and {@code @AfterEach} methods share; it starts when the first parameter asks for it and is
 * closed after the test. So tests may run in parallel. With {@link #shared()} there is one for all.
 *
 * <p>Parameters of test methods, of methods around them and, if {@link #shared()}, of constructors may have these
 * types:
 *
 * <ul>
 *   <li>{@link io.longshore.emulator.RegistryEmulator}: the registry itself, to seed, inspect and disturb
 *   <li>{@link io.longshore.registry.ContainerRegistryClient},
 *       {@link io.longshore.registry.ContainerRegistryAsyncClient} and
 *       {@link io.longshore.registry.ContainerRegistryClientBuilder}
 *   <li>with {@link InRepository}: {@link io.longshore.registry.ContainerRegistryContentClient},
 *       {@link io.longshore.registry.ContainerRegistryContentAsyncClient},
 *       {@link io.longshore.registry.ContainerRegistryContentClientBuilder},
 *       {@link io.longshore.registry.ContainerRepository} and {@link io.longshore.registry.ContainerRepositoryAsync}
 *   <li>{@link com.azure.core.http.HttpClient}, which trusts the registry's certificate, and
 *       {@link com.azure.core.credential.TokenCredential}: for clients that a test builds itself, of Azure's own
 *       library too
 * </ul>
 *
 * <p>Clients and builders have endpoint, HTTP client and, unless {@link #loginRequired()} is false, a credential that
 * may do everything. {@code builder.credential(null)} makes an anonymous client.
 *
 * <p>On a method it applies to that method alone and wins over one on the class; nested classes take it from the class
 * around them, subclasses from their superclass.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RegistryExtension.class)
public @interface WithRegistry {
    /**
     * Whether all tests of the annotated class, nested ones included, use one registry, closed after the last. Tests
     * then see what others left behind; methods like {@code @BeforeAll} and constructors can have parameters.
     *
     * @return false by default
     */
    boolean shared() default false;

    /**
     * Whether https is served, with a generated certificate that the clients trust.
     *
     * @return true by default
     */
    boolean tls() default true;

    /**
     * Whether calls need a token or a password.
     *
     * @return true by default
     */
    boolean loginRequired() default true;

    /**
     * Whether anybody may list, read properties and pull.
     *
     * @return false by default
     */
    boolean anonymousPull() default false;

    /**
     * The admin user and the password.
     *
     * @return {@code user:password}; empty, the default, for no admin user
     */
    String admin() default "";

    /**
     * The most items on a page, whatever a caller asks for; small values make small listings span pages.
     *
     * @return positive; 1000 by default
     */
    int maximumPageSize() default 1000;

    /**
     * Whether downloads of blobs are redirected to another port, as Azure does it.
     *
     * @return true by default
     */
    boolean dataEndpoint() default true;
}
