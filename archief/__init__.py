"""The archive: the pack with everything an auditor needs of one opgave, how it is made, kept and opened."""
