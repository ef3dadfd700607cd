//! Times as numbers, made readable.

/// A time as it is written, or, where it is the number of seconds or milliseconds since 1970, that
/// moment as ISO 8601 in UTC.
pub(super) fn readable(time: &str) -> String {
    let whole = time.split_once('.').map_or(time, |(whole, _)| whole);
    let seconds = match (whole.len(), whole.parse::<i64>()) {
        (9..=10, Ok(seconds)) if seconds > 0 => seconds,
        (12..=13, Ok(milliseconds)) if milliseconds > 0 => milliseconds / 1000,
        _ => return time.to_owned(),
    };
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The date of a day since 1970-01-01 in the Gregorian calendar, by eras of 400 years that begin in
/// March (H. Hinnant, "chrono-compatible low-level date algorithms").
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        for (time, expected) in [
            ("1582934400", "2020-02-29T00:00:00Z"),
            ("1582934399.0", "2020-02-28T23:59:59Z"),
            ("1699999999123", "2023-11-14T22:13:19Z"),
            ("951782400", "2000-02-29T00:00:00Z"),
            ("2020-03-01 10:00", "2020-03-01 10:00"),
            ("20200301", "20200301"),
            ("yesterday", "yesterday"),
        ] {
            assert_eq!(readable(time), expected);
        }
    }
}
