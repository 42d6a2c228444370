#!/bin/sh
# wait-for.sh ADDRESS...: returns when each ADDRESS, in this order, has answered.
#   http://HOST:PORT/PATH   answers with a status below 400
#   amqp://HOST:PORT        answers the protocol header of AMQP 0-9-1 with a frame (its first byte is 1)
#   tcp://HOST:PORT         accepts a connection
# It waits without end: the pod stays in its init phase, visible as such, and starts by itself when the other is there.
set -eu
trap 'exit 143' TERM # as process 1 of its container it would ignore the signal and delay the pod's end

[ $# -gt 0 ] || {
  echo 'wait-for: no address given' >&2
  exit 1
}

# Held open for a second, because nc leaves when its input ends.
header() { printf 'AMQP\000\000\011\001' && sleep 1; }

# An IPv6 address has brackets in an address with a port, and none for nc.
connect() {
  host=${1%:*}
  host=${host#[}
  timeout 5 nc -w 3 "${host%]}" "${1##*:}" 2>/dev/null
}

answers() {
  case $1 in
    http://*) timeout 5 wget -q -O /dev/null "$1" ;;
    amqp://*) [ "$(header | connect "${1#amqp://}" | head -c 1 | od -An -tu1 | tr -d ' ')" = 1 ] ;;
    tcp://*) connect "${1#tcp://}" </dev/null >/dev/null ;;
    *)
      echo "wait-for: $1 is neither http://, amqp:// nor tcp://" >&2
      exit 1
      ;;
  esac
}

for address in "$@"; do
  until answers "$address"; do
    echo "waiting for $address"
    sleep 2
  done
  echo "$address answers"
done
