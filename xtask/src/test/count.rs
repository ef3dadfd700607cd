//! How many tests passed and failed, also as other programs say it.

use std::{
    fmt,
    ops::{Add, AddAssign},
};

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
}

impl Count {
    /// A single test.
    pub(super) fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), skipped: 0 }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// The count in a line of `cargo test`, if it is that line.
pub(super) fn of_cargo(line: &str) -> Option<Count> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let number = |what: &str| {
        counts.split("; ").find_map(|part| part.strip_suffix(what)?.trim().parse().ok())
    };
    let skipped = number("ignored")?;
    Some(Count { passed: number("passed")?, failed: number("failed")?, skipped })
}

/// The count at the end of what node's test runner writes as TAP.
pub(super) fn of_node(tap: &str) -> Option<Count> {
    let number = |name: &str| {
        let mut lines = tap.lines().rev();
        lines.find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.trim().parse().ok())
    };
    let failed: usize = number("fail ")?;
    let cancelled: usize = number("cancelled ")?;
    let skipped = number("skipped ")?;
    Some(Count { passed: number("pass ")?, failed: failed + cancelled, skipped })
}

/// The count at the end of what Python's unittest says.
pub(super) fn of_unittest(said: &str) -> Option<Count> {
    let ran = said.lines().rev().find_map(|line| line.strip_prefix("Ran ")?.split(' ').next());
    let ran: usize = ran?.parse().ok()?;
    let end =
        said.lines().rev().find(|line| line.starts_with("OK") || line.starts_with("FAILED"))?;
    let number = |name: &str| -> usize {
        let found = end.split(['(', ')', ',']).map(str::trim);
        let found = found.filter_map(|part| part.strip_prefix(name)?.parse::<usize>().ok());
        found.sum()
    };
    let skipped = number("skipped=");
    // Parts of a test fail each for themselves.
    let failed = number("failures=") + number("errors=");
    let failed = failed.max(usize::from(end.starts_with("FAILED")));
    Some(Count { passed: ran.saturating_sub(failed + skipped), failed, skipped })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_cargo_says() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; \
                    0 filtered out; finished in 0.11s";
        assert_eq!(of_cargo(line), Some(Count { passed: 12, failed: 3, skipped: 1 }));
        assert_eq!(of_cargo("test walls::tests::it ... ok"), None);
    }

    #[test]
    fn reads_what_node_says() {
        let tap = "ok 1 - opens\n# tests 9\n# suites 2\n# pass 5\n# fail 1\n# cancelled 1\n\
                   # skipped 2\n# todo 0\n# duration_ms 12.5\n";
        assert_eq!(of_node(tap), Some(Count { passed: 5, failed: 2, skipped: 2 }));
        assert_eq!(of_node("TAP version 13\n"), None);
    }

    #[test]
    fn reads_what_unittest_says() {
        let count = of_unittest("test_a ... ok\n\nRan 23 tests in 20.897s\n\nOK (skipped=2)\n");
        assert_eq!(count, Some(Count { passed: 21, failed: 0, skipped: 2 }));
        let count = of_unittest("Ran 5 tests in 1.1s\n\nFAILED (failures=1, errors=2)\n");
        assert_eq!(count, Some(Count { passed: 2, failed: 3, skipped: 0 }));
        assert_eq!(of_unittest("Traceback"), None);
    }

    #[test]
    fn says_only_what_there_is() {
        let count = Count::one(true) + Count::one(true) + Count::one(false);
        assert_eq!(count.to_string(), "2 passed, 1 failed");
        let skipped = Count { skipped: 4, ..count };
        assert_eq!(skipped.to_string(), "2 passed, 1 failed, 4 skipped");
    }
}
