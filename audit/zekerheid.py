"""How sure it is who did something, in plain words."""

from domain.basis import Zekerheid

WOORDEN: dict[Zekerheid, str] = {
    "opgegeven": "alleen op eigen zeggen",
    "os-gebruiker": "ingelogd op de computer",
    "link": "via een persoonlijke link in de mail",
    "sleutel": "met een sleutel, zonder mens ertussen",
    "oidc": "ingelogd met het account van de organisatie",
}
"""By the code in the facts."""
