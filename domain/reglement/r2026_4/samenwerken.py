"""Scales, labels and questions of working together and learning. Data, with the row of domain.md it answers."""

from domain.duur import Duur
from domain.reglement.samenwerkregels import Samenwerkregels

SAMENWERKEN = Samenwerkregels(
    spelniveaus=("niveau 1", "niveau 2", "niveau 3", "niveau 4"),  # S4-07: the names are not in the source
    kloof=2,  # S4-09
    draagvlak=("geen", "weinig", "voldoende", "veel"),  # S2-01
    flevoprincipes=(  # S1-31
        "Werk opgavegericht",
        "Verrijk met eigenheid",
        "Doe mee en draag bij",
        "Durf te vernieuwen",
        "Wees betekenisvol",
        "Mensen maken Flevoland",
    ),
    relaties=(  # S1-02, S1-05, S1-09
        "provincie en Flevolanders",
        "provincie en medeoverheden",
        "PS, GS en organisatie",
    ),
    leervragen=(  # S1-24, S1-25, S1-26
        ("L1", "Hoe raakt het werken in netwerken aan beleid en uitvoering?"),
        ("L2", "Welke mogelijkheden hebben we om initiatieven van Flevolanders te versterken?"),
        ("L3", "Hoe handelen we nu al naar de kernwaarden en de rollen?"),
    ),
    herijking=Duur.lees("26w"),  # S2-11
    voorbereiding=Duur.lees("4w"),
    lessen_hoogstens=5,
)
