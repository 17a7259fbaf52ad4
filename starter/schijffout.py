"""Why a file could not be written or read, in Dutch: what the operating system says itself is English."""

import errno

_WAAROM = {
    errno.ENOENT: "dat pad is er niet",
    errno.EACCES: "u mag daar niet bij",
    errno.EPERM: "u mag daar niet bij",
    errno.EROFS: "daar kan alleen worden gelezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is vol",
    errno.EISDIR: "dat is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "daar staat al een bestand met die naam",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def waarom(fout: OSError) -> str:
    """The reason as people read it, with the number of the error when it is a rare one."""
    return _WAAROM.get(fout.errno or 0, f"fout {fout.errno} van het besturingssysteem")
