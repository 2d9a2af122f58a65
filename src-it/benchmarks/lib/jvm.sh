# JVMs that stay: started as a coprocess, spoken to by lines. One at a time.

serial=(-XX:+UseSerialGC)

# $@: what follows "java". Returns once it has said ready; its process id is then in $jvm, and what it said before in $out/ready.
start_jvm() {
    : >"$out/stderr"
    coproc JVM { exec "$jdk/bin/java" "$@" 2>>"$out/stderr"; }
    jvm=$JVM_PID
    # Bash keeps the ends of a coprocess from subshells, and so from pipelines; not copies of them.
    exec {jvm_out}<&"${JVM[0]}" {jvm_in}>&"${JVM[1]}" {JVM[0]}<&- {JVM[1]}>&-
    await ready >"$out/ready"
}

# Copies lines of the JVM until one starts with $1, that one included.
await() {
    local line
    while IFS= read -r -t 90 -u "$jvm_out" line; do
        printf '%s\n' "$line"
        [[ $line == "$1"* ]] && return
    done
    fail "the JVM ended, or hung, before it said '$1': $(tail -n 5 "$out/stderr")"
}

say() {
    printf '%s\n' "$*" >&"$jvm_in"
}

# $@: what to say. Its answer is then in $out/answer.
ask() {
    say "$@"
    await done >"$out/answer"
}

stop_jvm() {
    local ended=$jvm
    exec {jvm_in}>&-
    # One that a peer keeps alive does not end by itself.
    kill "$ended" 2>/dev/null || true
    wait "$ended" 2>/dev/null || true
    exec {jvm_out}<&-
    jvm=
}

# Microseconds since 1970.
now() {
    echo "${EPOCHREALTIME/[.,]/}"
}

bounded() {
    timeout -k 5 60 "$@"
}

# Runs a command, its output into $out/said; prints the seconds that it took.
seconds() {
    local start end
    start=$(now)
    bounded "$@" >"$out/said" 2>&1 || fail "failed: $* : $(cat "$out/said")"
    end=$(now)
    calc "($end - $start) / 1e6"
}

command_line=$root/attach-cli/bin/livemark

livemark() {
    bounded "$command_line" "$@" >"$out/said" 2>&1 || fail "failed: livemark $*: $(cat "$out/said")"
}

# The launcher makes its archives beside the first command, in the background; what is measured is the commands that follow.
make_archives() {
    export JAVA_HOME=$jdk LIVEMARK_CACHE=$target/archives/$feature
    mkdir -p "$LIVEMARK_CACHE"
    livemark ps
    patience=90 until_it_is_so archives_are_there || fail "the launcher has made no archives in $LIVEMARK_CACHE"
}

archives_are_there() {
    [ "$(find "$LIVEMARK_CACHE" -name '*.jsa' | wc -l)" -ge 2 ] && [ -z "$(find "$LIVEMARK_CACHE" -name '*.making')" ]
}

# Waits until a command succeeds; $patience seconds at most.
until_it_is_so() {
    local i
    for ((i = 0; i < ${patience:-20} * 20; i++)); do
        "$@" && return
        sleep 0.05
    done
    return 1
}

compile_probe() { # $1: its name. Into $out/probe.
    "$jdk/bin/javac" --release 17 -cp "$api" -d "$out/probe" "$here/probes/$1.java"
}

# $1: how the names of the classes begin, $2: the agent; one that changes nothing where none is given. What it says is read with the
# next answer.
retransform() {
    bounded "$jdk/bin/jcmd" "$jvm" JVMTI.agent_load "${2:-$retransforming}" "\"$1\"" >"$out/said" 2>&1 || fail "$(cat "$out/said")"
}
