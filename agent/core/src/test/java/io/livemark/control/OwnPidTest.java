/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OwnPidTest {

    @Test
    void it_is_the_pid_that_the_jvm_tells() {
        assertEquals(ProcessHandle.current().pid(), OwnPid.get());
    }

    @Test
    void in_a_container_it_is_the_one_that_the_process_has_there() {
        assertEquals(7, OwnPid.innermost("Name:\tjava\nPid:\t4711\nNSpid:\t4711\t12\t7\nNSpgid:\t1\n"));
    }

    @Test
    void a_kernel_that_does_not_say_is_not_understood() {
        assertThrows(RuntimeException.class, () -> OwnPid.innermost("Name:\t42\nPid:\t4711\nNSpgid:\t1\n"));
    }
}
