"""The gelijkgestelde dagen (Atw 3 lid 3) of 2023 through 2028, as read in source W31 of domain.md. Data."""

from datetime import date

from domain.kalender import GelijkgesteldeDag, Kalender

_BESLUIT_2026 = (
    "W31: Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 "
    "met een algemeen erkende feestdag"
)
_EERDER = "W31: eerder besluit gelijkstelling"

KALENDER = Kalender(
    dekt_jaren=(2023, 2028),
    gelijkgesteld=(
        GelijkgesteldeDag(datum=date(2023, 4, 28), bron=_EERDER),
        GelijkgesteldeDag(datum=date(2023, 5, 19), bron=_EERDER),
        GelijkgesteldeDag(datum=date(2024, 5, 10), bron=_EERDER),
        GelijkgesteldeDag(datum=date(2024, 12, 27), bron=_EERDER),
        GelijkgesteldeDag(datum=date(2025, 5, 30), bron=_EERDER),
        GelijkgesteldeDag(datum=date(2026, 1, 2), bron=_BESLUIT_2026),
        GelijkgesteldeDag(datum=date(2026, 5, 15), bron=_BESLUIT_2026),
        GelijkgesteldeDag(datum=date(2027, 5, 7), bron=_BESLUIT_2026),
        GelijkgesteldeDag(datum=date(2028, 4, 28), bron=_BESLUIT_2026),
        GelijkgesteldeDag(datum=date(2028, 5, 26), bron=_BESLUIT_2026),
    ),
)
