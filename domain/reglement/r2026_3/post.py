"""Office hours, the meaning of silence, links and delay (domain.md 4.3). Data."""

from domain.duur import Duur
from domain.reglement.model import Postregels

POST = Postregels(
    kantoor=("08:30", "17:00"),
    stilte=(
        ("escaleren", ("opgavemanager", "ambtelijk_opdrachtgever", "portefeuillehouder", "provinciesecretaris")),
        ("doorgaan_na_besluit", ("ambtelijk_opdrachtgever", "portefeuillehouder", "provinciesecretaris")),
    ),
    link_na_einde=Duur.lees("10wd"),
    uitstel_hoogstens=Duur.lees("20wd"),
)
