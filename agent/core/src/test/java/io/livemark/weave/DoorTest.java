/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livemark.weave.marked.MarkWithArguments;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.ProtectionDomain;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who passes before the weaver is there, and who waits. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoorTest {

    private static final byte[] WOVEN = {1, 2, 3};

    private final ClassLoader application = new URLClassLoader(new URL[0], null);
    private final Door door = new Door(new Gate(Waiting.FOR_EVER_MILLIS));

    @Test
    void a_class_without_a_mark_does_not_wait_for_the_weaver() throws Exception {
        assertNull(pass(ClassFiles.of(DoorTest.class)));
    }

    @Test
    void a_marked_class_waits_for_the_weaver() throws Exception {
        FutureTask<byte[]> defining = new FutureTask<>(() -> pass(ClassFiles.of(MarkWithArguments.class)));
        Thread thread = new Thread(defining);
        thread.start();
        Waiting.await(thread);
        door.leadTo(new Weaves());
        door.gate().openAfter(() -> {});
        assertArrayEquals(WOVEN, defining.get());
    }

    @Test
    void a_class_that_waits_is_left_as_it_is_where_the_agent_does_not_start() throws Exception {
        FutureTask<byte[]> defining = new FutureTask<>(() -> pass(ClassFiles.of(MarkWithArguments.class)));
        Thread thread = new Thread(defining);
        thread.start();
        Waiting.await(thread);
        door.close(FakeInstrumentation.of((called, arguments) -> true));
        assertNull(defining.get());
    }

    @Test
    void a_class_of_the_agent_does_not_wait_for_itself() throws Exception {
        ClassLoader ours = new URLClassLoader("livemark", new URL[0], null);
        assertNull(door.transform(ours, "Any", null, null, ClassFiles.of(MarkWithArguments.class)));
    }

    private byte[] pass(byte[] file) throws IllegalClassFormatException {
        return door.transform(application, "Any", null, null, file);
    }

    private static final class Weaves implements ClassFileTransformer {

        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
            return WOVEN;
        }
    }
}
