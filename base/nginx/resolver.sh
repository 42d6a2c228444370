#!/bin/sh
# resolver.sh RESOLV_CONF TARGET: writes nginx's `resolver` directive for the name servers that the pod was given.
# nginx looks names up at start only, unless it is told the address of a name server; that differs between clusters.
set -eu

awk '
  $1 == "nameserver" { servers = servers " " ($2 ~ /:/ ? "[" $2 "]" : $2) }
  END {
    if (!servers) {
      print "resolver: no nameserver in " FILENAME > "/dev/stderr"
      exit 1
    }
    print "resolver" servers " valid=5s;"
  }
' "$1" >"$2.new"
mv "$2.new" "$2"
