/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.cli.problem.Problem;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * The terminal, taken over as a whole: without echo, on its other page, without a cursor. It is given back as it was at
 * the end, also where that is a signal.
 */
final class Screen implements AutoCloseable {

    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;
    private static final long LAST_KEY_MILLIS = 1000;

    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private final Thread onSignal = new Thread(this::leave, "livemark terminal");
    private volatile boolean isLeaving;
    private boolean hasLeft;
    private Size shown;
    private Thread keys;

    private Screen(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
        this.display = new Display(terminal, true);
    }

    /**
     * Takes over the terminal of this process.
     *
     * @param events is told of keys and of a change of the size, on other threads
     * @throws Problem where there is none
     */
    static Screen open(Consumer<Event> events) throws Problem {
        Terminal terminal;
        try {
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .provider("exec")
                    .encoding(StandardCharsets.UTF_8)
                    .nativeSignals(true)
                    .build();
        } catch (IOException | IllegalStateException e) {
            throw none("standard input or output is none");
        }
        if (terminal.getStringCapability(Capability.cursor_address) == null) {
            String type = terminal.getType();
            close(terminal);
            throw none("one of the type " + type + " cannot move its cursor");
        }
        return of(terminal, events);
    }

    /** Takes over this terminal. */
    static Screen of(Terminal terminal, Consumer<Event> events) {
        Screen screen = new Screen(terminal);
        screen.enter();
        terminal.handle(Terminal.Signal.INT, signal -> events.accept(new Event.Pressed(Key.of(Key.Kind.END))));
        // Ctrl-Z: nobody else could use the terminal as it is now.
        terminal.handle(Terminal.Signal.TSTP, Terminal.SignalHandler.SIG_IGN);
        terminal.handle(Terminal.Signal.WINCH, signal -> {
            screen.forget();
            events.accept(new Event.Pressed(Key.of(Key.Kind.RESIZED)));
        });
        screen.keys = new Thread(() -> screen.read(new Keyboard(terminal.reader()), events), "livemark keys");
        screen.keys.setDaemon(true);
        screen.keys.start();
        return screen;
    }

    /** {@return its rows and columns, now; the usual ones where it does not tell} */
    Size size() {
        Size size = terminal.getSize();
        return size.getRows() > 0 && size.getColumns() > 0 ? size : new Size(USUAL_COLUMNS, USUAL_ROWS);
    }

    /** Shows lines in place of those before; does nothing once the terminal has been given back. */
    synchronized void show(List<AttributedString> lines, Size size) {
        if (!hasLeft) {
            if (!size.equals(shown)) {
                forget();
                shown = size;
            }
            display.resize(size.getRows(), size.getColumns());
            display.update(lines, -1);
        }
    }

    /**
     * The next picture is drawn as a whole: what stands where is not known. Terminals do not agree on what becomes of the lines and
     * of the cursor when their size changes, nor where the cursor is on the other page at first.
     */
    private synchronized void forget() {
        display.clear();
    }

    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // It is what ends us.
            return;
        }
        close(terminal);
    }

    private static void close(Terminal terminal) {
        try {
            terminal.close();
        } catch (IOException e) {
            // It has been given back.
            return;
        }
    }

    private void enter() {
        try {
            Runtime.getRuntime().addShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            hasLeft = true;
            return;
        }
        terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.puts(Capability.keypad_xmit);
        terminal.flush();
    }

    /**
     * Gives it back. Not through the terminal's own stream, which a hook of the library may have closed already. The thread that
     * reads keys ends first: the library sets the terminal whenever it begins to read.
     */
    private void leave() {
        isLeaving = true;
        try {
            if (keys != null) {
                keys.join(LAST_KEY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack();
    }

    private synchronized void giveBack() {
        if (hasLeft) {
            return;
        }
        hasLeft = true;
        StringWriter farewell = new StringWriter();
        for (Capability capability :
                List.of(Capability.keypad_local, Capability.cursor_normal, Capability.exit_ca_mode)) {
            String sequence = terminal.getStringCapability(capability);
            if (sequence != null) {
                Curses.tputs(farewell, sequence);
            }
        }
        try {
            terminal.flush();
            terminal.setAttributes(before);
        } catch (RuntimeException | Error e) {
            // Closed: it was the library's hook then.
            hasLeft = true;
        }
        try (FileOutputStream out = new FileOutputStream("/proc/self/fd/1")) {
            out.write(farewell.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The terminal has gone, and needs no farewell.
            return;
        }
    }

    private void read(Keyboard keyboard, Consumer<Event> events) {
        try {
            while (!isLeaving) {
                Key key = keyboard.next();
                if (key != null) {
                    events.accept(new Event.Pressed(key));
                }
                if (key != null && key.kind() == Key.Kind.END) {
                    return;
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            // Closed, by us or by who has the terminal.
            events.accept(new Event.Pressed(Key.of(Key.Kind.END)));
        }
    }

    private static Problem none(String why) {
        return new Problem(
                "top needs a terminal: " + why, "livemark list JVM --active   shows the same once, wherever it goes");
    }
}
