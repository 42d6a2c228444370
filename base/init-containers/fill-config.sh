#!/bin/sh
# fill-config.sh FROM TO: copies each file of the folder FROM to the folder TO and puts the value of the environment
# variable NAME in the place of each ${NAME}. The value of a variable that ends in _OF_POD is a list with a
# word for each pod of a StatefulSet, the first for pod 0: the word at POD_INDEX counts.
#
# The values land inside JSON strings, in nginx.conf, and the password unescaped in an AMQP URL (FogFlow does not
# escape it). So a value that would need escaping in any of these is refused, instead of being escaped for one of them.
# Errors name the variable and the place, never the value.
set -eu
umask 077

fill() {
  awk -v file="${1##*/}" '
    function fail(problem) {
      print "fill-config: " file ":" NR ": " problem > "/dev/stderr"
      failed = 1
      exit 1
    }
    {
      line = ""
      rest = $0
      while (match(rest, /[$][{][A-Z][A-Z0-9_]*[}]/)) {
        name = substr(rest, RSTART + 2, RLENGTH - 3)
        value = ENVIRON[name]
        if (name ~ /_OF_POD$/) {
          split(value, words, " ")
          value = words[ENVIRON["POD_INDEX"] + 1]
        }
        if (value == "") fail("${" name "} has no value: set the environment variable " name)
        if (value !~ /^[A-Za-z0-9._~-]+$/)
          fail("the value of " name " has a character that is not safe in a URL: use letters, digits and . _ ~ - only")
        line = line substr(rest, 1, RSTART - 1) value
        rest = substr(rest, RSTART + RLENGTH)
      }
      if (match(rest, /[$][{]/)) fail("what follows ${ is not a placeholder: write ${NAME} in capitals, digits and _")
      print line rest
    }
    END { exit failed }
  ' "$1" >"$2.new"
  mv "$2.new" "$2"
}

found=
for template in "$1"/*; do
  [ -f "$template" ] || continue
  fill "$template" "$2/${template##*/}"
  found=yes
done
[ "$found" ] || {
  echo "fill-config: $1 has no file: the ConfigMap of the templates is empty" >&2
  exit 1
}
