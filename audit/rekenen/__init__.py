"""Beyond integrity: votes and terms counted again, opgaven side by side, and the published besluitenlijst."""
