# shellcheck shell=bash
# A PostgreSQL server of one's own on the loopback, for ./test and deploy/cluster.sh. Sourced by bash, not run.
# Its functions are also called in traps, where a bare "return" would give the status from before the trap: each says what it returns.
# It trusts whoever reaches it, which on the loopback is every user of this machine: for development and tests, not for production.

# Where initdb and pg_ctl are: in the path, or where Debian and its relatives keep each version, the newest first.
postgres_programs() {
    local directory
    if command -v initdb > /dev/null && command -v pg_ctl > /dev/null; then
        dirname "$(command -v pg_ctl)"
        return 0
    fi
    for directory in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
        if [[ -x $directory/initdb && -x $directory/pg_ctl ]]; then
            echo "$directory"
            return 0
        fi
    done
    return 1
}

# Installs the server where this user may, without the system's own server that the package would otherwise create and start.
postgres_install() {
    [[ $EUID -eq 0 ]] && command -v apt-get > /dev/null || return 1
    local settings=/etc/postgresql-common
    if [[ ! -e $settings/createcluster.conf ]]; then
        mkdir -p "$settings" && echo 'create_main_cluster = false' > "$settings/createcluster.conf" || return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update < /dev/null && apt-get -qq -y --no-install-recommends -o Dpkg::Options::=--force-confold install postgresql < /dev/null
}

# postgres_as_owner DIRECTORY COMMAND…: PostgreSQL refuses to run as root, so root becomes an ordinary user here.
postgres_as_owner() {
    local directory=$1 user
    shift
    if [[ $EUID -ne 0 ]]; then
        (cd "$directory" && exec "$@")
        return $?
    fi
    user=$(postgres_owner)
    local drop=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
    # Below a private home of root only this one privilege leads to the directory.
    "${drop[@]}" test -x "$directory" || drop+=(--inh-caps=+dac_override --ambient-caps=+dac_override)
    (cd "$directory" && exec "${drop[@]}" -- "$@")
}

postgres_owner() {
    if id postgres > /dev/null 2>&1; then echo postgres; else echo nobody; fi
}

# postgres_start DIRECTORY PORT: starts the server whose data is in DIRECTORY/data, which it creates when there is none.
# Its first database is "postgres". What it says is in DIRECTORY/log.
postgres_start() {
    local directory=$1 port=$2 programs
    programs=$(postgres_programs) || { echo 'PostgreSQL is not installed here.' >&2; return 1; }
    mkdir -p "$directory" || return 1
    if [[ $EUID -eq 0 ]]; then chown "$(postgres_owner)" "$directory" || return 1; fi
    if [[ ! -e $directory/data/PG_VERSION ]]; then
        # An initdb that was interrupted leaves a directory that the next one refuses.
        rm -rf "$directory/data"
        postgres_as_owner "$directory" "$programs/initdb" -D "$directory/data" -U postgres -A trust -E UTF8 --locale=C \
            > "$directory/initdb.log" 2>&1 || { cat "$directory/initdb.log" >&2; return 1; }
    fi
    postgres_as_owner "$directory" "$programs/pg_ctl" -D "$directory/data" -l "$directory/log" -w -t 60 \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c fsync=on" start \
        > /dev/null < /dev/null || { tail -n 20 "$directory/log" >&2; return 1; }
}

# postgres_stop DIRECTORY [MODE]: stops it if it runs.
postgres_stop() {
    local directory=$1 mode=${2:-fast} programs
    [[ -e $directory/data/postmaster.pid ]] && programs=$(postgres_programs) || return 0
    postgres_as_owner "$directory" "$programs/pg_ctl" -D "$directory/data" -m "$mode" -w -t 60 stop > /dev/null 2>&1 \
        || postgres_as_owner "$directory" "$programs/pg_ctl" -D "$directory/data" -m immediate -w stop > /dev/null 2>&1 || true
}

# Prints a port of the loopback on which nobody listens, below those that the system gives to outgoing connections.
free_port() {
    local port
    while :; do
        port=$((20000 + (RANDOM << 15 | RANDOM) % 12000))
        if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
            echo "$port"
            return 0
        fi
    done
}
