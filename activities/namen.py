"""Names of the activities as they stand in every history. The workflow side has the same; a test compares them."""

VERWERK = "verwerk_feiten"
BEZORG = "bezorg_post"
BEZORG_RONDEN = "bezorg_ronden"
MAAK_WEEKOVERZICHT = "maak_weekoverzicht"
MAAK_CONTROLEPUNT = "maak_controlepunt"
VEEG_ARCHIEF = "veeg_archief"
