"""One life with seven partners, on a server that skips time and with a real mail server; workers come and go."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from mailserver import OK, Mailserver
from omgeving import FUNCTIES, Huis, Leven, instellingen_in, met_post, wacht_tot

from activities.retour import verwerk
from domain.basis import Afzender
from domain.feit import Feit
from domain.kalender import lokaal, op
from register import contacten, lezen
from register.rijen import Contact
from register.verbinding import open_register
from runtime.inrichting import per_naam
from runtime.server import tijdreisserver
from worker import worker
from workflows.namen import ZOEKATTRIBUTEN

ZWIJGT, LAAT, TWEEMAAL, WEIGERT, RETOUR, UITSTEL, RECES = (
    *("gemeente-zwijgt", "gemeente-laat", "bedrijf-tweemaal", "stichting-weigert"),
    *("waterschap-retour", "gemeente-uitstel", "gemeente-reces"),
)
PARTNERS = (ZWIJGT, LAAT, TWEEMAAL, WEIGERT, RETOUR, UITSTEL, RECES)
OPDRACHTGEVER = Afzender(functie="ambtelijk_opdrachtgever", subject="u-7", zekerheid="sleutel")
WEG = f"partner@{WEIGERT}.example"
"""The mail server does not know this person, and says so at once."""
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def partner(id_: str) -> Afzender:
    """Whoever followed the link in a mail to this partner."""
    return Afzender(functie="partner", subject="link.L1", namens=id_, zekerheid="link", grondslag="link per e-mail")


def als_moment(moment: datetime) -> str:
    """`ma 21-09 09:00` on the clock of Amsterdam."""
    hier = lokaal(moment)
    return f"{DAGEN[hier.weekday()]} {hier:%d-%m %H:%M}"


@dataclass
class Postleven:
    """The life, and what the mail server was handed."""

    huis: Huis
    leven: Leven
    server: Mailserver
    geweigerd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.ontvanger = self._ontvanger

    def _ontvanger(self, adres: str) -> str:
        if adres != WEG:
            return OK
        self.geweigerd.append(adres)
        return f"550 5.1.1 <{adres}>: Recipient address rejected: User unknown"

    @asynccontextmanager
    async def werk(self) -> AsyncIterator[None]:
        """A new worker for as long as the block lasts. What is new in that time was sent in that time."""
        eerder, sinds = len(self.server.berichten), await self.nu()
        async with worker(self.huis.client, self.huis.instellingen, maak_sleutel=True):
            yield
            await self.huis.bijgewerkt(self.leven)
            await wacht_tot(self._niets_klaar, "alle post is aangeboden")
        tot, bekend = await self.nu(), {str(m["Message-ID"]) for m in self.server.berichten[:eerder]}
        nieuw = [m for m in self.server.berichten[eerder:] if str(m["Message-ID"]) not in bekend]
        assert all(sinds <= gedateerd(m) <= tot for m in nieuw), [self.regel(m) for m in nieuw]

    async def nu(self) -> datetime:
        """The clock of this life, in whole seconds."""
        nu = await self.huis.nu() + timedelta(seconds=self.leven.start.verschuiving_s)
        return nu.replace(microsecond=0)

    async def _niets_klaar(self) -> bool:
        return not lezen.post(self.huis.register, self.leven.opgave, "klaar")

    async def tot(self, dag: date, uur: int, minuut: int = 0) -> None:
        """Skip to two seconds after this moment in Amsterdam."""
        await self.huis.slaap_tot(self.leven, op(dag, uur, minuut))

    async def moet(self, soort: str, **inhoud: Any) -> None:
        """A command that must be allowed."""
        bewijs = await self.leven.geef(soort, **inhoud)
        assert not bewijs.geweigerd, (soort, bewijs.reden)

    async def antwoordt(self, wie: str, verzoek: str, soort: str = "BeantwoordVerzoek") -> None:
        """A partner answers, or corrects what it said."""
        await self.moet(soort, verzoek=verzoek, antwoord=f"Ons antwoord ({soort}).", door=partner(wie))

    def komt_terug(self, mail: EmailMessage) -> None:
        """Days later another server reports that nobody is there (RFC 3464)."""
        (regel,) = verwerk(self.huis.register, [rapport(mail)])
        assert regel.uitkomst == "onbestelbaar"

    def gekregen(self) -> list[EmailMessage]:
        """All mail that the server took, in order of arrival."""
        return list(self.server.berichten)

    def regel(self, mail: EmailMessage) -> str:
        """One line of the table: when it was recorded, to whom, and what stands in it.

        The receipts in the text are those of the facts named, so the line tells what was really said.
        """
        feiten = [self._feit(sleutel) for sleutel in sleutels(mail)]
        deel = mail.get_body(("plain",))
        assert deel is not None
        tekst = deel.get_content()
        assert all(feit.hash in tekst for feit in feiten), mail["Subject"]
        return f"{als_moment(gedateerd(mail))} {kort(str(mail['To']))}: {' + '.join(sorted(map(wat, feiten)))}"

    def _feit(self, sleutel: str) -> Feit:
        nummer = int(sleutel.split(":")[1])
        return next(rij.feit for rij in lezen.feiten(self.huis.register, self.leven.opgave) if rij.seq == nummer)


def gedateerd(mail: EmailMessage) -> datetime:
    """The moment that stands on a mail: that of the fact."""
    return parsedate_to_datetime(str(mail["Date"]))


def sleutels(mail: EmailMessage) -> list[str]:
    """The keys of the messages in a mail."""
    return str(mail["X-Opgave-Sleutel"]).split()


def kort(adres: str) -> str:
    """`griffier` for a function of the province, else `functie@partner`."""
    return adres.removesuffix(".example").removesuffix("@provincie").removeprefix("partner@")


def wat(feit: Feit) -> str:
    """A rung with its term, or the kind of fact with what it is about."""
    f = feit.inhoud
    if f.soort == "HerinneringVerstuurd":
        return f"{f.trede} {f.termijn}"
    over = [getattr(f, veld, "") for veld in ("verzoek", "escalatie", "signaal", "afspraak", "partner", "termijn")]
    id_ = next((x if isinstance(x, str) else x.id for x in over if x), "")
    return f"{f.soort} {id_}".strip()


def niets_dubbel(spel: Postleven) -> None:
    """One Message-ID per message for good; what was refused was offered once; nothing is left."""
    mails = {str(m["Message-ID"]): sleutels(m) for m in spel.gekregen()}
    per_sleutel = [s for welke in mails.values() for s in welke]
    assert len(per_sleutel) == len(set(per_sleutel))
    assert len(spel.gekregen()) == len(mails) + 1  # the question that was sent once more
    rijen = lezen.post(spel.huis.register)
    assert {r.sleutel: r.zending or r.message_id for r in rijen if r.status == "verzonden"} == {
        s: id_ for id_, welke in mails.items() for s in welke
    }
    weg = [r for r in rijen if r.status != "verzonden"]
    assert {(r.functie, r.organisatie, r.status, r.pogingen) for r in weg} == {("partner", WEIGERT, "geweigerd", 1)}
    # Welcome, the question, T-3, T and the withdrawal.
    assert spel.geweigerd == [WEG] * len(weg) == [WEG] * 5


def rapport(mail: EmailMessage) -> bytes:
    """The report of a server further on about this mail."""
    delen = (
        "Content-Type: text/plain\n\nI'm sorry to have to inform you.\n",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {mail['To']}\nAction: failed\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown\n",
        f"Content-Type: text/rfc822-headers\n\nMessage-ID: {mail['Message-ID']}\n",
    )
    kop = (
        "From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=GRENS\n"
    )
    alle = "".join(f"--GRENS\n{deel}\n" for deel in delen)
    return f"{kop}\n{alle}--GRENS--\n".encode()


@asynccontextmanager
async def postleven(map_: Path, server: Mailserver) -> AsyncIterator[Postleven]:
    """A house without a worker; the life begins on Monday 7 September 2026 at ten, when one comes."""
    instellingen = met_post(instellingen_in(map_, namespace="default", versiebeheer=False), server.poort)
    async with tijdreisserver(per_naam(ZOEKATTRIBUTEN)) as tijd:
        register = open_register(instellingen.database_verbinding)
        try:
            for functie in FUNCTIES:
                contacten.zet(register, Contact(functie, "provincie", f"{functie}@provincie.example"))
            for id_ in PARTNERS:
                for functie in ("partner", "ambtelijk_opdrachtgever", "bestuurder"):
                    contacten.zet(register, Contact(functie, id_, f"{functie}@{id_}.example"))
            huis = Huis(tijd.client, instellingen, register, map_ / "post", tijd)
            begin = op(date(2026, 9, 7), 10)
            async with worker(huis.client, instellingen, maak_sleutel=True):
                leven = await huis.leven("FL-2026-07", op_tijd=begin, reglement="r2026_3")
                await leven.open()
                await huis.bijgewerkt(leven)
            yield Postleven(huis, leven, server)
        finally:
            register.sluit()
