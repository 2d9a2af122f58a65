/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The JVM checks the signature against the file, not against what is woven of it. */
@HoweverTheAgentComes
class SignedJarIT {

    private static final Marks MARKS = new Marks("signed.First", "1 2")
            .with("signed.first", "guarded", "1")
            .with("signed.second", "evaluated", "2");

    private static final String[] SIGNED = {"signer CN=Livemark", "code signer CN=Livemark", "file true"};

    @TempDir
    static Path directory;

    private static Path jar;

    @Parameter
    Arrival arrival;

    @BeforeAll
    static void sign() {
        jar = Jar.write(directory.resolve("signed.jar"), Map.of("", compiled("signed", "1")), false);
        Jar.sign(jar, "CN=Livemark");
        Jar.replace(jar, compiled("forged", "8"), "signed/Forged.class");
    }

    @Test
    void a_signed_class_is_woven_and_stays_signed_and_a_forged_one_is_refused() {
        try (ForkedJvm target = MARKS.start(arrival, List.of(jar))) {
            MARKS.areListedAndHit(target, arrival);
            target.say("signers signed.First").prints(SIGNED);
            // Of the same package, and loaded only now: the JVM compares who signed the two.
            target.say("run signed.Later").prints("hit signed.later [later]", "did later");
            target.say("signers signed.Later").prints(SIGNED);
            String refused = target.say("run signed.Forged").line();
            if (!refused.startsWith("threw java.lang.SecurityException: SHA-")) {
                throw target.failure("loaded a class that nobody has signed");
            }
            MARKS.areLeft(target);
            MARKS.runWithoutThem(target);
            target.say("signers signed.First").prints(SIGNED);
        }
    }

    private static Path compiled(String name, String number) {
        Path classes = directory.resolve(name);
        String source = Sources.resource("kinds/Signed").replace("NUMBER", number);
        Sources.compile(Sources.write(directory, "Signed", source), classes);
        return classes;
    }
}
