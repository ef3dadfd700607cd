//! Words, clitics, numbers, addresses and signs.
