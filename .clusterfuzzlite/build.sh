#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# build.sh: run by ClusterFuzzLite in its image, fills $OUT with every fuzzer, its seeds and its dictionary. The image gives
# CC, CXX, CFLAGS, CXXFLAGS, SANITIZER, LIB_FUZZING_ENGINE, SRC, WORK and OUT.
set -euo pipefail
cd "$SRC/sceau"
export CXXFLAGS=${CXXFLAGS//-stdlib=libc++/}  # the libraries of the system are built with libstdc++
case $SANITIZER in
  address | undefined) sanitizer=$SANITIZER ;;
  *) sanitizer= ;;  # coverage, whose options are in CXXFLAGS
esac
# The fuzzers run in another image, where no library is but those beside them.
cmake --preset fuzz -B "$WORK/sceau" -DCMAKE_C_COMPILER="$CC" -DCMAKE_CXX_COMPILER="$CXX" -DSCEAU_SANITIZE="$sanitizer" \
  -DSCEAU_WARNINGS_ARE_ERRORS=OFF -DSCEAU_FUZZ_ENGINE="$LIB_FUZZING_ENGINE" \
  -DCMAKE_BUILD_RPATH='$ORIGIN/lib' -DCMAKE_EXE_LINKER_FLAGS=-Wl,--disable-new-dtags
cmake --build "$WORK/sceau" --target sceau_fuzzers

mkdir -p "$OUT/lib"
of_libc='/(ld-linux[^/]*|lib(c|dl|m|pthread|resolv|rt))\.so'
for source in fuzz/*_fuzzer.cc; do
  name=$(basename "$source" .cc)
  boundary=${name%_fuzzer}
  ldd "$WORK/sceau/fuzz/$name" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | grep -vE "$of_libc" | xargs cp -Lut "$OUT/lib"
  cp "$WORK/sceau/fuzz/$name" "$OUT/"
  rm -f "$OUT/${name}_seed_corpus.zip"
  zip -qj "$OUT/${name}_seed_corpus.zip" "fuzz/corpus/$boundary"/*
  [ ! -f "fuzz/dict/$boundary.dict" ] || cp "fuzz/dict/$boundary.dict" "$OUT/$name.dict"
done
