#!/usr/bin/env bash
# The platform as a cluster on this machine: PostgreSQL, silos and front doors, each a process of its own, all on the loopback.
set -euo pipefail

usage='usage: deploy/cluster.sh up SILOS FRONT_DOORS [--no-build]   prints the address of each front door, one a line
       deploy/cluster.sh down [--wipe]                    stops everything; --wipe also deletes the data

Pid files (silo-1.pid, api-1.pid, …), logs and data are in run/, or in CLUSTER_RUN_DIR: each such directory is a cluster of its own.
CLUSTER_NO_BUILD=1 is --no-build. CLUSTER_CONFIGURATION names the build that runs, Release by default.
Settings in the environment, such as RateLimiting__Enabled=false, reach every process.'

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=deploy/postgres.sh
source "$root/deploy/postgres.sh"

configuration=${CLUSTER_CONFIGURATION:-Release}
run=${CLUSTER_RUN_DIR:-$root/run}
# Without a key of Stripe's this is a cluster to try things out with: in Production it would not start.
if [[ -z ${Stripe__SecretKey:-} ]]; then
    export DOTNET_ENVIRONMENT=${DOTNET_ENVIRONMENT:-Development}
    export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-$DOTNET_ENVIRONMENT}
fi
seconds_to_start=120
seconds_to_stop=20

say() { echo "$*" >&2; }

# alive PIDFILE: whether its process still is one of ours. A number may since have been given to a stranger, and a zombie has no command.
alive() {
    local command
    [[ -s $1 ]] && command=$(tr '\0' ' ' 2> /dev/null < "/proc/$(< "$1")/cmdline") && [[ $command == *"dotnet $root/"* ]]
}

# Whether anything of this cluster runs.
is_up() {
    local file
    for file in "$run"/*.pid; do
        if alive "$file"; then return 0; fi
    done
    [[ -e $run/postgres/data/postmaster.pid ]] && (exec 3<> "/dev/tcp/127.0.0.1/$(sed -n 4p "$run/postgres/data/postmaster.pid")") 2> /dev/null
}

# start NAME DLL [SETTING=VALUE…]: a process that outlives this script, with its number in NAME.pid and its output in NAME.log.
start() {
    local name=$1 dll=$2
    shift 2
    (cd "$run" && exec env "$@" setsid dotnet "$dll") > "$run/$name.log" 2>&1 < /dev/null &
    echo $! > "$run/$name.pid"
}

# ready PORT: whether the front door there and the silos behind it answer.
ready() {
    local status
    exec 3<> "/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
    read -r -t 10 status <&3 && [[ $status == *' 200 '* ]]
}

# await_ready NAME PORT: waits until a front door is ready; gives up when any process has ended.
await_ready() {
    local until=$((SECONDS + seconds_to_start)) file
    until (ready "$2") 2> /dev/null; do
        for file in "$run"/*.pid; do
            if ! alive "$file"; then
                say "$(basename "$file" .pid) has ended:"
                tail -n 20 "${file%.pid}.log" >&2
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

stop_all() {
    local files=("$@") file until=$((SECONDS + seconds_to_stop))
    for file in "${files[@]}"; do
        if alive "$file"; then kill -TERM "$(< "$file")" 2> /dev/null || true; fi
    done
    for file in "${files[@]}"; do
        while alive "$file" && ((SECONDS < until)); do sleep 0.1; done
        if alive "$file"; then
            say "$(basename "$file" .pid) does not stop; killed"
            kill -KILL "$(< "$file")" 2> /dev/null || true
            while alive "$file"; do sleep 0.1; done
        fi
        rm -f "$file"
    done
}

down() {
    shopt -s nullglob
    # The front doors first, so that nobody is sent to a silo that is leaving.
    stop_all "$run"/api-*.pid
    stop_all "$run"/silo-*.pid
    shopt -u nullglob
    postgres_stop "$run/postgres"
}

up() {
    local silos=$1 doors=$2 database addresses=() i port
    if is_up; then
        say "The cluster in $run is already up."
        return 1
    fi
    if [[ $build == 1 ]]; then
        say "Building"
        dotnet build -c "$configuration" "$root/Api/Api.csproj" >&2
    fi
    mkdir -p "$run"
    rm -f "$run"/*.pid "$run"/*.log
    trap 'say "Not up: stopping what was started"; down' EXIT
    trap 'exit 130' INT TERM

    say "Starting PostgreSQL"
    port=$(free_port)
    postgres_start "$run/postgres" "$port"
    database="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
    # A cluster of its own each time: nobody waits for silos of the last one that could not say goodbye. The data stays.
    local settings=("Cluster__Mode=Cluster" "Cluster__ClusterId=local-$(date +%s)" "ConnectionStrings__Platform=$database")
    for ((i = 1; i <= silos; i++)); do
        say "Starting silo $i"
        start "silo-$i" "$root/Silo/bin/$configuration/net10.0/Platform.Silo.dll" "${settings[@]}" \
            Cluster__AdvertisedAddress=127.0.0.1 "Cluster__SiloPort=$(free_port)" "Cluster__GatewayPort=$(free_port)"
    done
    for ((i = 1; i <= doors; i++)); do
        say "Starting front door $i"
        port=$(free_port)
        addresses+=("http://127.0.0.1:$port")
        start "api-$i" "$root/Api/bin/$configuration/net10.0/Platform.Api.dll" "${settings[@]}" "ASPNETCORE_URLS=${addresses[-1]}"
    done
    for ((i = 1; i <= doors; i++)); do await_ready "api-$i" "${addresses[i - 1]##*:}"; done
    say "Up; logs are in $run"
    printf '%s\n' "${addresses[@]}"
    trap - EXIT INT TERM
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

case ${arguments[0]:-} in
    up)
        [[ ${#arguments[@]} -eq 3 && ${arguments[1]} =~ ^[1-9][0-9]?$ && ${arguments[2]} =~ ^[1-9][0-9]?$ ]] || { say "$usage"; exit 2; }
        up "${arguments[1]}" "${arguments[2]}"
        ;;
    down)
        [[ ${#arguments[@]} -eq 1 ]] || { say "$usage"; exit 2; }
        down
        if [[ $wipe == 1 ]]; then rm -rf "$run/postgres"; fi
        say "Down"
        ;;
    *)
        say "$usage"
        exit 2
        ;;
esac
