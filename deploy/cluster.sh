#!/usr/bin/env bash
# The platform as a cluster on this machine: PostgreSQL, silos and front doors, each a process of its own, all on the loopback.
set -euo pipefail

usage='usage: deploy/cluster.sh up SILOS FRONT_DOORS [--no-build]   prints the address of each front door, one a line
       deploy/cluster.sh down [--wipe]                    stops everything; --wipe also deletes the data
       deploy/cluster.sh add silo|api [COUNT]             starts more of them; prints the address of each new front door
       deploy/cluster.sh remove silo|api [COUNT|NAME]     lets the newest go, or that one, when it has finished what it does
       deploy/cluster.sh rolling [--no-build]             replaces all processes, one after another, by those of a new build
       deploy/cluster.sh kill NAME                        kill -9, to see what the others do
       deploy/cluster.sh status                           each process: its name, number, address and state; exits with 1 unless all are ready

Pid files (silo-1.pid, api-1.pid, …), logs and data are in run/, or in CLUSTER_RUN_DIR: each such directory is a cluster of its own.
CLUSTER_NO_BUILD=1 is --no-build. CLUSTER_CONFIGURATION names the build that runs, Release by default.
Settings in the environment, such as RateLimiting__Enabled=false, reach every process. "up" and "rolling" remember them for what is
started later; those of "add" count for what it adds.'

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=deploy/postgres.sh
source "$root/deploy/postgres.sh"
# shellcheck source=deploy/processes.sh
source "$root/deploy/processes.sh"

configuration=${CLUSTER_CONFIGURATION:-Release}
run=$(realpath -ms "${CLUSTER_RUN_DIR:-$root/run}")
seconds_to_start=120
# A host gives what is under way thirty seconds, and before that it serves for Operations:DrainDelay.
seconds_to_leave=60
# Front doors look every five seconds which silos there are. A silo goes only when all of them know the one that came for it.
seconds_to_be_known=6
seconds_to_wait=600

say() { echo "$*" >&2; }

build() {
    if [[ $build == 1 ]]; then
        say "Building"
        # Its servers stay, and would keep the lock.
        dotnet build -c "$configuration" "$root/Api/Api.csproj" >&2 {lock}>&-
    fi
}

down() {
    shopt -s nullglob
    # The front doors first, so that nobody is sent to a silo that is leaving.
    stop "$seconds_to_leave" "$run"/api-*.pid
    stop "$seconds_to_leave" "$run"/silo-*.pid
    shopt -u nullglob
    postgres_stop "$run/postgres"
    rm -rf "$run/builds" "$run/build" "$run/settings"
}

up() {
    local silos=$1 doors=$2 addresses=() i port now=()
    if is_up; then
        say "The cluster in $run is already up."
        return 1
    fi
    build
    rm -rf "$run"/*.pid "$run"/*.log "$run"/*.address "$run/builds"
    trap 'say "Not up: stopping what was started"; down' EXIT
    trap 'exit 130' INT TERM
    take_build

    say "Starting PostgreSQL"
    port=$(free_port)
    postgres_start "$run/postgres" "$port" {lock}>&-
    # Without a key of Stripe's this is a cluster to try things out with: in Production it would not start.
    settings=()
    if [[ -z ${Stripe__SecretKey:-} ]]; then
        settings+=("DOTNET_ENVIRONMENT=Development" "ASPNETCORE_ENVIRONMENT=${DOTNET_ENVIRONMENT:-Development}")
    fi
    mapfile -d '' now < <(given)
    # A cluster of its own each time: nobody waits for silos of the last one that could not say goodbye. The data stays.
    settings+=("${now[@]}" "Cluster__Mode=Cluster" "Cluster__ClusterId=local-$(date +%s)"
        "ConnectionStrings__Platform=Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres")
    remember "${settings[@]}"
    for ((i = 1; i <= silos; i++)); do start_silo "silo-$i"; done
    for ((i = 1; i <= doors; i++)); do
        addresses+=("http://127.0.0.1:$(free_port)")
        start_door "api-$i" "${addresses[-1]}"
    done
    # shellcheck disable=SC2046
    for ((i = 1; i <= doors; i++)); do await_ready "api-$i" $(names api) $(names silo); done
    say "Up; logs are in $run"
    printf '%s\n' "${addresses[@]}"
    trap - EXIT INT TERM
}

# started NAME: what came up is kept; what did not is taken away again, and nothing else is touched.
started() {
    await_ready "$1" && return 0
    say "$1 did not come up: stopping it"
    leave "$1"
    return 1
}

add() {
    local kind=$1 count=$2 new=() name
    recall
    while ((count-- > 0)); do
        name=$(next_name "$kind")
        if [[ $kind == silo ]]; then start_silo "$name"; else start_door "$name" "http://127.0.0.1:$(free_port)"; fi
        new+=("$name")
    done
    for name in "${new[@]}"; do
        started "$name" || return 1
        say "$name is ready"
        if [[ $kind == api ]]; then cat "$run/$name.address"; fi
    done
}

# remove KIND COUNT|NAME: one after another, so that the rest takes over in between. At least one stays, without which nobody is served.
remove() {
    local kind=$1 which=$2 living leaving=() name
    mapfile -t living < <(living "$kind")
    if [[ $which == "$kind"-* ]]; then
        [[ -e $run/$which.pid ]] || { say "There is no $which."; return 1; }
        leaving=("$which")
        if ! alive "$run/$which.pid"; then living+=("$which"); fi
    else
        for name in "${living[@]}"; do leaving=("$name" "${leaving[@]}"); done
        leaving=("${leaving[@]:0:which}")
        ((which <= ${#living[@]})) || { say "There are only ${#living[@]}."; return 1; }
    fi
    if ((${#leaving[@]} >= ${#living[@]})); then
        say "One $kind has to stay; \"down\" stops all."
        return 1
    fi
    for name in "${leaving[@]}"; do leave "$name"; done
}

# Silos first: a new silo understands what an old front door asks, but an old silo doesn't know what only a new front door asks. A new silo
# comes before an old one goes, so that there is never one less, and never none. A front door is restarted where it was, because whoever
# sends requests knows its address; it keeps nothing, and meanwhile they are sent to the others.
rolling() {
    local name next address old silos doors
    recall
    mapfile -t silos < <(names silo)
    mapfile -t doors < <(names api)
    build
    old=$(< "$run/build")
    take_build
    for name in "${silos[@]}"; do
        next=$(next_name silo)
        start_silo "$next"
        if ! started "$next"; then
            echo "$old" > "$run/build"
            say "Stopped before $name: what was not replaced runs on, and what is added next is of the old build."
            return 1
        fi
        sleep "$seconds_to_be_known"
        leave "$name"
    done
    # Only now: with settings that no silo starts with, nothing could be added any more.
    remember "${settings[@]}"
    for name in "${doors[@]}"; do
        address=$(< "$run/$name.address")
        leave "$name"
        start_door "$name" "$address"
        if ! await_ready "$name"; then
            say "Stopped at $name: the front doors after it run on."
            return 1
        fi
    done
    find "$run/builds" -mindepth 1 -maxdepth 1 ! -name "$(< "$run/build")" -exec rm -rf {} +
    say "All processes are new"
}

status() {
    local name state all=0 settings=()
    if [[ -s $run/settings ]]; then mapfile -d '' settings < "$run/settings"; fi
    state=ready
    if ! postgres_listens; then state=ended; all=1; fi
    printf '%-10s %8s  %-28s %s\n' postgres "$(sed -n 1p "$run/postgres/data/postmaster.pid" 2> /dev/null || echo -)" \
        "127.0.0.1:$(postgres_port)" "$state"
    for name in $(names silo) $(names api); do
        if ! alive "$run/$name.pid"; then state=ended
        elif is_ready "$name"; then state=ready
        else state='not ready'; fi
        [[ $state == ready ]] || all=1
        printf '%-10s %8s  %-28s %s\n' "$name" "$(< "$run/$name.pid")" "$(< "$run/$name.address")" "$state"
    done
    return "$all"
}

# One at a time: what one invocation starts, another must not count, stop or give the same name to.
alone() {
    exec {lock}> "$run/lock"
    flock -n "$lock" && return 0
    say "Another invocation is at work in $run; waiting for it"
    flock -w "$seconds_to_wait" "$lock" || { say "It does not end."; exit 1; }
}

running() {
    if [[ ! -s $run/settings ]] || ! is_up; then
        say "The cluster in $run is not up."
        exit 1
    fi
}

wrong() {
    say "$usage"
    exit 2
}

build=1
[[ ${CLUSTER_NO_BUILD:-} != 1 ]] || build=0
arguments=()
wipe=0
for argument; do
    case $argument in
        --no-build) build=0 ;;
        --wipe) wipe=1 ;;
        *) arguments+=("$argument") ;;
    esac
done
number='^[1-9][0-9]?$'
count=${#arguments[@]}
settings=()

case ${arguments[0]:-} in
    up)
        [[ $count -eq 3 && ${arguments[1]} =~ $number && ${arguments[2]} =~ $number ]] || wrong
        mkdir -p "$run"
        alone
        up "${arguments[1]}" "${arguments[2]}"
        ;;
    down)
        [[ $count -eq 1 ]] || wrong
        mkdir -p "$run"
        alone
        down
        if [[ $wipe == 1 ]]; then rm -rf "$run/postgres" "$run/data"; fi
        say "Down"
        ;;
    add | remove)
        [[ ($count -eq 2 || $count -eq 3) && ${arguments[1]} =~ ^(silo|api)$ ]] || wrong
        which=${arguments[2]:-1}
        [[ $which =~ $number || (${arguments[0]} == remove && $which =~ ^${arguments[1]}-[0-9]+$) ]] || wrong
        running
        alone
        running
        "${arguments[0]}" "${arguments[1]}" "$which"
        ;;
    rolling)
        [[ $count -eq 1 ]] || wrong
        running
        alone
        running
        rolling
        ;;
    kill)
        [[ $count -eq 2 && ${arguments[1]} =~ ^(silo|api)-[0-9]+$ ]] || wrong
        file=$run/${arguments[1]}.pid
        alive "$file" || { say "${arguments[1]} does not run."; exit 1; }
        kill -KILL "$(< "$file")"
        ;;
    status)
        [[ $count -eq 1 ]] || wrong
        status
        ;;
    *)
        wrong
        ;;
esac
