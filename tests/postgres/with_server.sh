#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own: own data folder, reached by a socket in it and by nothing else, gone afterwards.
# usage: with_server.sh COMMAND…
# The command finds the server's address in MOT_TEST_POSTGRES, a user with a password in MOT_TEST_POSTGRES_SECRET, and a
# script that takes start, stop or kill in MOT_TEST_SERVER. Exit code 77: there is no PostgreSQL here.
set -euo pipefail
programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[[ -n $programs && -x $programs/initdb ]] || programs=$(dirname "$(command -v initdb || echo /none)")
[[ -x $programs/initdb ]] || { echo "skipped: PostgreSQL's server is not installed"; exit 77; }
folder=$(mktemp -d)
# It refuses to run as root.
as=()
if [[ $(id -u) == 0 ]]; then
  id postgres >/dev/null 2>&1 || { echo "skipped: there is no user postgres"; exit 77; }
  chown postgres: "$folder"
  as=(runuser -u postgres --)
fi
chmod 711 "$folder"
cat >"$folder/server" <<E2
#!/usr/bin/env bash
cd "$folder"
case \$1 in
  start) ${as[*]} "$programs/pg_ctl" -D "$folder/data" -w -s -l "$folder/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=${MOT_TEST_FSYNC:-off} -c max_connections=200" start ;;
  stop) ${as[*]} "$programs/pg_ctl" -D "$folder/data" -w -s -m fast stop ;;
  kill) ${as[*]} "$programs/pg_ctl" -D "$folder/data" -w -s -m immediate stop ;;
esac
E2
chmod 755 "$folder/server"
trap '"$folder/server" stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
cd "$folder"
"${as[@]}" "$programs/initdb" -D "$folder/data" -A trust -U test -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
printf 'local all secretive scram-sha-256\nlocal all all trust\n' >"$folder/rules"
"${as[@]}" cp "$folder/rules" "$folder/data/pg_hba.conf"
"$folder/server" start >&2
"$programs/psql" -q -h "$folder" -U test -d postgres -c "CREATE DATABASE mot" -c "CREATE ROLE secretive LOGIN PASSWORD 'open sesame'" \
  -c "ALTER DATABASE mot OWNER TO secretive" -c "CREATE ROLE reader LOGIN" >&2
cd - >/dev/null
export MOT_TEST_POSTGRES="postgresql:///mot?host=$folder&user=test" MOT_TEST_SERVER="$folder/server"
export MOT_TEST_POSTGRES_SECRET="postgresql://secretive@/mot?host=$folder"
"$@"
