# shellcheck shell=bash disable=SC2154
# The processes of deploy/cluster.sh: what is known of each, how one is started, waited for and stopped. Sourced, not run.
# It works in the directory $run, with the settings in the array "settings".

# alive PIDFILE: whether its process still is one of ours. A number may since have been given to a stranger, and a zombie has no command.
alive() {
    local command
    [[ -s $1 ]] && command=$(tr '\0' ' ' 2> /dev/null < "/proc/$(< "$1")/cmdline") && [[ $command == *"dotnet $run/"* ]]
}

listens() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

postgres_port() { sed -n 4p "$run/postgres/data/postmaster.pid" 2> /dev/null; }

postgres_listens() {
    local port
    port=$(postgres_port) && [[ -n $port ]] && listens "$port"
}

# Whether anything of this cluster runs.
is_up() {
    local file
    for file in "$run"/*.pid; do
        if alive "$file"; then return 0; fi
    done
    postgres_listens
}

# names KIND: those that were started and not removed, the oldest first. One that has ended by itself is among them.
names() {
    local file
    for file in "$run/$1"-*.pid; do
        [[ -e $file ]] && basename "$file" .pid
    done | sort -t - -k 2 -n
}

# living KIND: those that run.
living() {
    local name
    for name in $(names "$1"); do
        if alive "$run/$name.pid"; then echo "$name"; fi
    done
}

# next_name KIND: one that no log bears, so that none is overwritten by its successor.
next_name() {
    local last
    last=$(find "$run" -maxdepth 1 -name "$1-*.log" -printf '%f\n' | sed 's/^[^-]*-//; s/\.log$//' | sort -n | tail -n 1)
    echo "$1-$((${last:-0} + 1))"
}

# Settings in the environment of this call, NAME=VALUE, each ended by a NUL: what .NET reads as configuration, but for what makes this
# cluster the one that it is, which somebody may have set for another server.
given() {
    local name
    compgen -e | while read -r name; do
        case $name in
            ASPNETCORE_URLS | ConnectionStrings__Platform | Operations__Port) ;;
            Cluster__Mode | Cluster__ClusterId | Cluster__AdvertisedAddress | Cluster__SiloPort | Cluster__GatewayPort) ;;
            [A-Za-z]*__* | ASPNETCORE_* | DOTNET_* | OTEL_*) printf '%s=%s\0' "$name" "${!name}" ;;
        esac
    done
}

# remember SETTING…: what every process gets that is started from now on. Only this user reads it: there may be passwords in it.
remember() {
    (umask 077 && printf '%s\0' "$@" > "$run/settings.new" && mv "$run/settings.new" "$run/settings")
}

# Fills the array "settings" with what is remembered and, after it, so that it wins, with what is given now.
recall() {
    local now=()
    mapfile -d '' settings < "$run/settings"
    mapfile -d '' now < <(given)
    settings+=("${now[@]}")
}

# setting NAME: its value in the array "settings"; the last one counts.
setting() {
    local entry value=
    for entry in "${settings[@]}"; do
        if [[ $entry == "$1="* ]]; then value=${entry#*=}; fi
    done
    echo "$value"
}

# A copy of the build for the processes to run from: the next build would change files under their feet, and they load some of them late.
# What is there for other systems, which is most of it, is left out. The folder of a front door has the program of a silo too.
take_build() {
    local number=1 from=$root/Api/bin/$configuration/net10.0 machine part
    while [[ -e $run/builds/$number ]]; do number=$((number + 1)); done
    mkdir -p "$run/builds"
    rm -rf "$run/builds/new"
    mkdir -p "$run/builds/new/runtimes"
    case $(uname -m) in
        x86_64) machine=x64 ;;
        aarch64) machine=arm64 ;;
        *) machine=$(uname -m) ;;
    esac
    find "$from" -mindepth 1 -maxdepth 1 ! -name runtimes -exec cp -r -t "$run/builds/new" {} +
    for part in "$from"/runtimes/{unix,linux,"linux-$machine","linux-musl-$machine"}; do
        if [[ -e $part ]]; then cp -r -t "$run/builds/new/runtimes" "$part"; fi
    done
    mv "$run/builds/new" "$run/builds/$number"
    echo "$number" > "$run/build"
}

# start NAME DLL ADDRESS [SETTING=VALUE…]: a process that outlives this script, with its number in NAME.pid, its output in NAME.log and where
# it is reached in NAME.address. It is not given the lock, which it would keep as long as it runs.
start() {
    local name=$1 dll=$2 address=$3
    shift 3
    echo "$address" > "$run/$name.address"
    # Exported, not given as arguments, which every user of this machine can read: there may be passwords among them.
    (cd "$run" && export "${settings[@]}" "$@" "Operations__Port=$(free_port)" && exec setsid dotnet "$run/builds/$(< "$run/build")/$dll") \
        >> "$run/$name.log" 2>&1 < /dev/null {lock}>&- &
    echo $! > "$run/$name.pid"
    # Until it has become that program it looks like a stranger's.
    until alive "$run/$name.pid" || ! kill -0 $! 2> /dev/null; do sleep 0.05; done
}

start_silo() {
    local port
    port=$(free_port)
    say "Starting $1"
    start "$1" Platform.Silo.dll "127.0.0.1:$port" \
        Cluster__AdvertisedAddress=127.0.0.1 "Cluster__SiloPort=$port" "Cluster__GatewayPort=$(free_port)"
}

# start_door NAME ADDRESS
start_door() {
    say "Starting $1"
    start "$1" Platform.Api.dll "$2" "ASPNETCORE_URLS=$2"
}

# door_ready NAME: whether it and the silos behind it answer.
door_ready() {
    local status address
    address=$(< "$run/$1.address")
    exec 3<> "/dev/tcp/127.0.0.1/${address##*:}" || return 1
    printf 'GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
    read -r -t 10 status <&3 && [[ $status == *' 200 '* ]]
}

# silo_ready NAME: whether the cluster counts it among those that get work, which says more than that it listens.
silo_ready() {
    local address psql
    address=$(< "$run/$1.address")
    psql=$(command -v psql || echo "$(postgres_programs)/psql")
    [[ $("$psql" -XAtqw -h 127.0.0.1 -p "$(postgres_port)" -U postgres -d postgres \
        -v "cluster=$(setting Cluster__ClusterId)" -v "address=${address%:*}" -v "port=${address##*:}" 2> /dev/null \
        <<< "SELECT 'active' FROM orleans_members
            WHERE cluster_id = :'cluster' AND address = :'address' AND port = :port AND status = 3") == active ]]
}

is_ready() {
    case $1 in
        silo-*) silo_ready "$1" ;;
        *) (door_ready "$1") 2> /dev/null ;;
    esac
}

# await_ready NAME [NAME…]: waits until the first is ready; gives up when any of them has ended.
await_ready() {
    local until=$((SECONDS + seconds_to_start)) name
    until is_ready "$1"; do
        for name; do
            if ! alive "$run/$name.pid"; then
                say "$name has ended:"
                tail -n 20 "$run/$name.log" >&2
                return 1
            fi
        done
        if ((SECONDS > until)); then
            say "$1 is not ready after $seconds_to_start seconds:"
            tail -n 20 "$run/$1.log" >&2
            return 1
        fi
        sleep 0.3
    done
}

# stop SECONDS PIDFILE…: asks all of them to end; whoever still runs after so many seconds is killed.
stop() {
    local until=$((SECONDS + $1)) file
    shift
    for file; do
        if alive "$file"; then kill -TERM "$(< "$file")" 2> /dev/null || true; fi
    done
    for file; do
        while alive "$file" && ((SECONDS < until)); do sleep 0.1; done
        if alive "$file"; then
            say "$(basename "$file" .pid) does not stop; killed"
            kill -KILL "$(< "$file")" 2> /dev/null || true
            while alive "$file"; do sleep 0.1; done
        fi
        rm -f "$file" "${file%.pid}.address"
    done
}

leave() {
    say "Stopping $1"
    stop "$seconds_to_leave" "$run/$1.pid"
}
