/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.look.Tag;
import java.util.HashMap;
import java.util.Map;

/** Reads the stacks of one JVM. */
final class StackFeed implements Feed {

    private final StackView view;
    private final StackTree root;
    private final Control control;
    private final Common common;
    private final Map<Integer, Map<Integer, Frame>> sources = new HashMap<>();

    /** What one source has said of one frame. */
    private static final class Frame {
        private final StackTree tree;
        private long count;

        Frame(StackTree tree) {
            this.tree = tree;
        }
    }

    StackFeed(StackView view, StackTree root, Control control) {
        this.view = view;
        this.root = root;
        this.control = control;
        this.common = new Common(control);
    }

    @Override
    public void data(int source, Records records) {
        Map<Integer, Frame> frames = sources.computeIfAbsent(source, unused -> new HashMap<>());
        view.change(() -> {
            while (records.hasMore()) {
                byte tag = records.tag();
                if (!common.takes(tag, source, records)) {
                    take(tag, frames, records);
                }
            }
        });
    }

    private void take(byte tag, Map<Integer, Frame> frames, Records records) {
        switch (tag) {
            case Tag.FRAME:
                int number = (int) records.number();
                int caller = (int) records.number();
                long line = records.signed();
                String name = records.text() + "." + records.text() + (line > 0 ? ":" + line : "");
                frames.put(number, new Frame((caller == 0 ? root : frames.get(caller - 1).tree).called(name)));
                break;
            case Tag.COUNT:
                Frame frame = frames.get((int) records.number());
                long count = records.number();
                frame.tree.add(count - frame.count);
                frame.count = count;
                break;
            case Tag.OTHER:
                view.other(root, records.number());
                break;
            case Tag.SNAPSHOT:
                records.eight();
                control.changed();
                break;
            default:
                throw new IndexOutOfBoundsException("no record begins with " + tag);
        }
    }
}
