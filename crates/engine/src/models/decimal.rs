//! Numbers with a few decimals, as the lists have them.

/// A number with up to three decimals. The standard library's reader of numbers knows every number,
/// and brings tables for that which would be loaded with the page.
pub(super) fn parse(text: &str) -> Option<f32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let scale = 10u32.checked_pow(u32::try_from(decimals.len()).ok()?).filter(|s| *s <= 1000)?;
    let whole = whole.parse::<u16>().ok()?;
    let part = decimals.parse::<u16>().ok()?;
    Some(sign * (f32::from(whole) + f32::from(part) / scale as f32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        for (text, number) in [
            ("-1.5", Some(-1.5)),
            ("3", Some(3.0)),
            ("0.25", Some(0.25)),
            ("x", None),
            ("1.", None),
        ] {
            assert_eq!(parse(text), number, "{text}");
        }
    }
}
