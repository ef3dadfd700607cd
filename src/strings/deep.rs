//! What is said of the deep reading.

use super::Text;
use crate::protocol::deep::{Failure, Progress};

/// The switch.
pub const DEEP: Text = say!("deep");
/// Before the first passage is read.
pub const DEEP_STARTING: Text = say!("deep-starting");
/// What a screen reader hears while the weights come.
pub const DEEP_BEGINS_LOADING: Text = say!("deep-begins-loading");
/// What a screen reader hears while a text is read.
pub const DEEP_BEGINS: Text = say!("deep-begins");
/// What a screen reader hears when a text is read.
pub const DEEP_IS_DONE: Text = say!("deep-is-done");
/// After a failure.
pub const TRY_AGAIN: Text = say!("try-again");
/// Asks which words a judgement hangs on.
pub const LEAVE_OUT: Text = say!("leave-out");
/// What that does.
pub const LEAVE_OUT_HINT: Text = say!("leave-out-hint");
/// While that is done.
pub const LEAVING_OUT: Text = say!("leaving-out");
/// The words that came of it.
pub const LEFT_OUT: Text = say!("words-left-out");
/// There are none.
pub const LEFT_OUT_NONE: Text = say!("words-left-out-none");

/// While it is off, with the size of what it loads in bytes.
#[must_use]
pub fn deep_off(saves_data: bool, bytes: u32) -> String {
    let size = rounded(bytes);
    if saves_data { say!("deep-saves-data", size = size) } else { say!("deep-off", size = size) }
}

/// How much of the weights has come, in bytes.
#[must_use]
pub fn deep_loading(done: u32, bytes: u32) -> String {
    say!("deep-loading", done = megabytes(done), size = megabytes(bytes))
}

/// How far a text is read.
#[must_use]
pub fn deep_reading(progress: Progress) -> String {
    let Progress { all, again, done } = progress;
    if again > 0 {
        return say!("deep-again", again = grouped(again), done = grouped(done));
    }
    say!("deep-reading", all = grouped(all), done = grouped(done))
}

/// Where the reader has stopped it.
#[must_use]
pub fn deep_resting(progress: Progress) -> String {
    let Progress { all, again, done } = progress;
    let done = if again > 0 { all } else { done };
    say!("deep-resting", all = grouped(all), done = grouped(done))
}

/// When all is read.
#[must_use]
pub fn deep_done(progress: Progress) -> String {
    let Progress { all, .. } = progress;
    say!("deep-done", all = grouped(all), count = all.to_string())
}

/// Why it cannot go on.
#[must_use]
pub fn deep_failed(failure: Failure) -> Text {
    match failure {
        Failure::Download => say!("deep-no-download"),
        Failure::Damaged => say!("deep-damaged"),
        Failure::Refused => say!("deep-refused"),
        Failure::BrokeOff => say!("deep-broke-off"),
    }
}

/// What it is, with the size of what it loads in bytes.
#[must_use]
pub fn help_deep(bytes: u32) -> String {
    say!("help-deep", size = rounded(bytes))
}

/// What a word adds to a judgement.
#[must_use]
pub fn signed(weight: f32) -> String {
    let sign = if weight < 0.0 { "\u{2212}" } else { "+" };
    let hundredths = (weight.abs().min(99.0) * 100.0).round() as u32;
    format!("{sign}{}", decimal(hundredths / 100, &format!("{:02}", hundredths % 100)))
}

/// Megabytes with a tenth.
fn megabytes(bytes: u32) -> String {
    let tenths = bytes.saturating_add(50_000) / 100_000;
    decimal(tenths / 10, &(tenths % 10).to_string())
}

/// Whole megabytes.
fn rounded(bytes: u32) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

fn decimal(units: u32, places: &str) -> String {
    say!("decimal", places = places, units = units.to_string())
}

/// A number of things.
fn grouped(number: u32) -> String {
    if number < 1000 {
        return number.to_string();
    }
    let rest = format!("{:03}", number % 1000);
    say!("thousands", rest = rest, thousands = grouped(number / 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        for (number, expected) in
            [(0, "0"), (240, "240"), (1120, "1,120"), (1_002_003, "1,002,003")]
        {
            assert_eq!(grouped(number), expected);
        }
        assert_eq!(megabytes(17_060_000), "17.1");
        assert_eq!((signed(0.426), signed(-1.0)), ("+0.43".to_owned(), "\u{2212}1.00".to_owned()));
    }
}
