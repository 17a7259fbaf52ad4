"""The ground of a refusal as people read it: a code of a rule of the house with where that rule comes from."""

import re

_CODE = re.compile(r"\bS([0-4])-\d{2}\b")
_BRONNEN = (
    "Samenwerken aan maatschappelijke opgaven in Flevoland",
    "Mensen maken Flevoland",
    "Sturen van onderop",
    "De kunst van goed samenwerken",
    "Opgaven gestuurd werken",
)


def regelnaam(regel: str) -> str:
    """`S4-10` gives `S4-10, een huisregel uit 'Opgaven gestuurd werken'`; an article or word stays as it is."""
    code = _CODE.search(regel)
    return f"{regel}, een huisregel uit '{_BRONNEN[int(code[1])]}'" if code else regel
