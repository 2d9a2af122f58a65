# How each peer is put into the JVM that runs, to count the calls of some methods of one class, and how it is taken out again. Every
# command of a peer is bounded; what did not work is said in the table.

all_peers=(btrace byteman-compiled byteman-interpreted arthas-monitor arthas-watch opentelemetry)
attached_peers=(btrace byteman-compiled arthas-monitor)
peer_client=
peer_problem=
peer_load_number=0
peer_port=

peer_name() {
    case $1 in
        btrace) echo BTrace ;;
        byteman-compiled) echo Byteman, compiled ;;
        byteman-interpreted) echo Byteman, interpreted ;;
        arthas-monitor) echo Arthas monitor ;;
        arthas-watch) echo Arthas watch ;;
        opentelemetry) echo OpenTelemetry ;;
    esac
}

# $1: class, the rest: methods, each of them (int, String)
peer_of() {
    peer_class=$1
    shift
    peer_methods=("$@")
}

peer_flags() { # $1: peer. For the start of the JVM.
    echo "-Xlog:redefine+class+load=info:file=$out/redefined"
    case $1 in
        # It writes into the home directory otherwise.
        arthas-*) echo "-Duser.home=$out/home" ;;
        opentelemetry)
            local IFS=,
            echo "-javaagent:$peers/opentelemetry.jar"
            printf -- '-Dotel.%s ' "instrumentation.methods.include=$peer_class[${peer_methods[*]}]" traces.exporter=none \
                metrics.exporter=none logs.exporter=none
            ;;
    esac
}

# $1: peer. Fails, with the reason in $peer_problem, if its bytecode is not there in time.
peer_load() {
    local before
    before=$(peer_redefined)
    peer_problem=
    case $1 in
        opentelemetry) return ;;
        byteman-*) byteman_load "$1" ;;
        btrace) btrace_load ;;
        arthas-*) arthas_load "$1" ;;
    esac || peer_problem="does not run: $(peer_reason)"
    [ -z "$peer_problem" ] || return 1
    until_it_is_so peer_is_in "$before" && return
    peer_problem="does not run: $(peer_reason)"
    return 1
}

peer_is_in() {
    [ "$(peer_redefined)" -gt "$1" ]
}

peer_redefined() {
    grep -cF "redefined name=$peer_class," "$out/redefined" || :
}

# What the JVM or the client said of it.
peer_reason() {
    cat "$out/client" "$out/stderr" 2>/dev/null | grep -m 1 -oE '[A-Za-z.]*(Exception|Error): .*' | cut -c1-160 | grep . || echo 'the class was not changed within 20 s'
}

peer_unload() { # $1: peer
    case $1 in
        byteman-*) bounded "$jdk/bin/java" -cp "$peers/byteman-submit.jar" org.jboss.byteman.agent.submit.Submit -h 127.0.0.1 -p "$peer_port" \
            -u "$out/count.btm" >>"$out/client" 2>&1 || : ;;
        btrace) peer_stop ;;
        arthas-*)
            peer_stop
            (arthas -c stop "$jvm") >>"$out/client" 2>&1 </dev/null || :
            ;;
    esac
}

peer_cycle() { # $1: peer
    peer_load "$1" || return
    peer_unload "$1"
}

# Kills the client, if the peer has one that stays.
peer_kill() {
    [ -z "$peer_client" ] || pkill -9 -P "$peer_client" || :
    peer_stop
}

peer_stop() {
    [ -z "$peer_client" ] || { kill "$peer_client" 2>/dev/null || :; wait "$peer_client" 2>/dev/null || :; }
    peer_client=
}

# A new JVM, a new port.
peer_port_of_jvm() {
    peer_port=$((20000 + jvm % 12000))
}

byteman_load() { # $1: peer
    local method
    peer_port_of_jvm
    for method in "${peer_methods[@]}"; do
        printf 'RULE %s\nCLASS %s\nMETHOD %s(int, String)\nAT ENTRY\n%s\nIF true\nDO io.livemark.bench.paired.Calls.count($1, $2)\nENDRULE\n' \
            "$method" "$peer_class" "$method" "$([ "$1" = byteman-compiled ] && echo COMPILE || echo NOCOMPILE)"
    done >"$out/count.btm"
    if ! grep -qs "byteman $jvm" "$out/installed"; then
        bounded "$jdk/bin/java" -Dorg.jboss.byteman.home="$peers/byteman" -cp "$peers/byteman-install.jar:$peers/byteman.jar" \
            org.jboss.byteman.agent.install.Install -h 127.0.0.1 -p "$peer_port" "$jvm" >"$out/client" 2>&1 || return
        echo "byteman $jvm" >"$out/installed"
    fi
    bounded "$jdk/bin/java" -cp "$peers/byteman-submit.jar" org.jboss.byteman.agent.submit.Submit -h 127.0.0.1 -p "$peer_port" \
        -l "$out/count.btm" >>"$out/client" 2>&1
}

# Its agent and boot jars are looked for beside its client, under these names. A class that was loaded once is silent the next time,
# so each has a name of its own.
btrace_load() {
    local method name=Count$((++peer_load_number)) home=$out/btrace
    peer_port_of_jvm
    mkdir -p "$home"
    cp -n "$peers"/btrace-*.jar "$home" || :
    {
        echo "import org.openjdk.btrace.core.annotations.*;"
        echo "@BTrace public class $name { private static long hits;"
        for method in "${peer_methods[@]}"; do
            echo "@OnMethod(clazz = \"$peer_class\", method = \"$method\", type = \"int (int, java.lang.String)\")"
            echo "public static void $method(int n, String word) { hits++; }"
        done
        echo "}"
    } >"$home/$name.java"
    bounded "$jdk/bin/java" -cp "$home/btrace-client.jar:$home/btrace-boot.jar" org.openjdk.btrace.compiler.Compiler -d "$home" \
        "$home/$name.java" >"$out/client" 2>&1 || return
    JAVA_HOME=$jdk timeout -k 5 280 "$jdk/bin/java" --add-exports jdk.internal.jvmstat/sun.jvmstat.monitor=ALL-UNNAMED \
        -XX:+IgnoreUnrecognizedVMOptions -XX:+AllowRedefinitionToAddDeleteMethods -cp "$home/btrace-client.jar" \
        org.openjdk.btrace.client.Main -p "$peer_port" "$jvm" "$home/$name.class" >>"$out/client" 2>&1 </dev/null &
    peer_client=$!
}

arthas() { # $@: what follows its options. In a process of its own, which this becomes.
    exec timeout -k 5 280 "$jdk/bin/java" -Duser.home="$out/home" -jar "$peers/arthas/arthas-boot.jar" --arthas-home "$peers/arthas" \
        --target-ip 127.0.0.1 --telnet-port "$peer_port" --http-port -1 "$@"
}

arthas_load() { # $1: peer
    local method
    peer_port_of_jvm
    mkdir -p "$out/home"
    # Both are regular expressions; a dollar sign would be the end of one.
    local class=${peer_class//[$]/.}
    method="${peer_methods[*]}"
    if [ "$1" = arthas-monitor ]; then
        set -- "monitor -c 2 -E $class ${method// /|}"
    else
        set -- "watch -E $class ${method// /|} {params} params[0]==123456789&&params[1]==null"
    fi
    arthas -c "$1" "$jvm" >"$out/client" 2>&1 </dev/null &
    peer_client=$!
}
