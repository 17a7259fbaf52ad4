"""Whether a form was sent from our own page: by what the browser says of its origin, and by the token of the visit."""

import hmac

from starlette.datastructures import Headers

VELD = "csrf"


def van_eigen_site(koppen: Headers, basis_url: str) -> bool:
    """What the browser says. Without any word of it (no browser, or a very old one) the token alone decides.

    Our pages send no referrer, and then a browser names its origin `null`; `Sec-Fetch-Site` still tells the truth.
    """
    plek = koppen.get("sec-fetch-site")
    if plek is not None:
        return plek == "same-origin"
    return koppen.get("origin") in (None, "null", basis_url)


def eigen_token(gekregen: str, verwacht: str) -> bool:
    """Whether the form carries the token of this visit."""
    return hmac.compare_digest(gekregen.encode(), verwacht.encode())
