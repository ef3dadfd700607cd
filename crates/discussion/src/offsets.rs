//! Byte places in the units of others: code points and UTF-16.
