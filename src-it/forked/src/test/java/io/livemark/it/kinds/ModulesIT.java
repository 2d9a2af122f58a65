/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Sources;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** One program as a named module, which has the API in three ways; the agent changes nothing of what a module reads. */
@HoweverTheAgentComes
class ModulesIT {

    private static final String APP = "marked.App";

    private static final Marks MARKS = new Marks(APP, "1 2 3")
            .with("module.guarded", "guarded", "1")
            .with("module.evaluated", "evaluated", "2")
            .with("module.lambda", "guarded", "3")
            .with("module.inside", "guarded", "Order[total=4]");

    private static final String CLASS_PATH = "--add-reads=marked=ALL-UNNAMED";

    @Parameter
    Arrival arrival;

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() {
        compile(
                "requiring",
                "exports marked.inside; requires io.livemark;",
                "--module-path",
                Build.apiJar().toString());
        compile(
                "closed",
                "requires io.livemark;",
                "--module-path",
                Build.apiJar().toString());
        compile("ignorant", "exports marked.inside;", CLASS_PATH);
    }

    @Test
    void a_module_that_requires_the_api_and_passes_a_type_of_its_own() {
        try (ForkedJvm target = MARKS.start(arrival, List.of(), "--module-path=" + modules(), "--add-modules=marked")) {
            pass(target, "module marked", "reads module io.livemark");
            isSeen(target);
        }
    }

    @Test
    void a_type_of_a_package_that_its_module_does_not_export_is_seen_by_the_probe_that_names_it() {
        String path = "--module-path=" + directory.resolve("closed") + File.pathSeparator + Build.apiJar();
        try (ForkedJvm target = MARKS.start(arrival, List.of(), path, "--add-modules=marked")) {
            isSeen(target);
        }
    }

    private static void isSeen(ForkedJvm target) {
        Path probe = Sources.write(directory, "Orders", Sources.resource("kinds/Orders"));
        target.livemark("load", probe).exits(0);
        target.say("run " + APP).prints("order 4", "did 1 2 3");
        target.livemark("unload", "Orders").exits(0).says("1 delivery, 0 exceptions");
    }

    @Test
    void a_module_that_knows_nothing_of_the_api_and_finds_it_on_the_class_path() {
        String path = "--module-path=" + directory.resolve("ignorant");
        try (ForkedJvm target = MARKS.start(arrival, List.of(), path, "--add-modules=marked", CLASS_PATH)) {
            pass(target, "module marked");
        }
    }

    @Test
    void a_module_of_a_layer_with_a_loader_and_an_api_of_its_own() {
        try (ForkedJvm target = Marks.startWithout(arrival, List.of())) {
            target.say("layer " + modules()).printsNothing();
            MARKS.runsIdle(target);
            pass(target, "module marked", "reads module io.livemark");
        }
    }

    private void pass(ForkedJvm target, String... reads) {
        MARKS.areListedAndHit(target, arrival);
        MARKS.areLeft(target);
        target.say("module " + APP).prints(reads);
    }

    private static String modules() {
        return directory.resolve("requiring") + File.pathSeparator + Build.apiJar();
    }

    private static void compile(String name, String directive, String... options) {
        Path info = Sources.write(directory, "module-info", "module marked { exports marked; " + directive + " }");
        Path order = Sources.write(directory, "Order", "package marked.inside; public record Order(int total) {}");
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(info.toString(), order.toString()));
        Path app = Sources.write(directory, "App", Sources.resource("kinds/App"));
        Sources.compile(app, directory.resolve(name), all.toArray(new String[0]));
    }
}
