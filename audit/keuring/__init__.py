"""The parts of checking a pack: files, chain, ledger, runs, keys, anchors and statements."""
