# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# Other libraries for Java. Their jars come by Maven, once for every state of the build files that name them.

check_libraries() {
    row oras-java "jars are here, with those of Azure's library" java_libraries || return
    report oras-java oras_java
    report azure-java azure_java
}

java_libraries() {
    local poms=(pom.xml interop/libraries/pom.xml)
    jars=$cache/java/$(cat "${poms[@]}" | sha256sum | cut -c1-12)
    if [ ! -d "$jars" ]; then
        rm -rf "$jars.new"
        mvn -q -B -f interop/libraries/pom.xml dependency:copy-dependencies "-DoutputDirectory=$jars.new" &&
            mv "$jars.new" "$jars" || return 1
    fi
    versions[oras-java]=$(jar_version oras-java-sdk)
    versions[azure-java]=$(jar_version azure-containers-containerregistry)
    "${java%java}keytool" -importcert -noprompt -alias emulator -file "$certificate" \
        -keystore "$work/trust.p12" -storetype PKCS12 -storepass changeit
}

jar_version() { find "$jars" -name "$1-[0-9]*.jar" | sed "s/.*$1-\(.*\)\.jar/\1/"; }

oras_java() {
    timeout 600 "$java" -cp "$jars/*" interop/libraries/OrasJava.java "$host" "$certificate" "$work/oras-java"
}

# Its own HTTP client, as it comes, trusts what the JVM trusts.
azure_java() {
    timeout 600 "$java" -Djavax.net.ssl.trustStore="$work/trust.p12" -Djavax.net.ssl.trustStorePassword=changeit \
        -cp "$jars/*" interop/libraries/AzureLibrary.java "$endpoint" "$token"
}
