//! How much the capitals of a sentence tell.

use crate::names::{
    lexemes::Lexemes,
    units::{Shape, Unit},
};

/// What capitals mean in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Names have them.
    Normal,
    /// Every important word has one.
    Title,
    /// All letters are.
    Loud,
}

/// What the capitals of a sentence mean, from the shapes of its words; one that ends with a stop
/// is no title.
pub(crate) fn mode(units: &[Unit], lexemes: &Lexemes<'_>, stopped: bool) -> Mode {
    let (mut words, mut loud, mut capital, mut lower_content) = (0, 0, 0, 0);
    for unit in units {
        let long = unit.span.len() > 3;
        match unit.shape {
            Shape::Upper => {
                words += 1;
                loud += 1;
                capital += 1;
            }
            Shape::Capital => {
                words += 1;
                capital += 1;
            }
            Shape::Lower if long || !lexemes.get(unit.lexeme).class.is_function() => {
                words += 1;
                lower_content += 1;
            }
            _ => {}
        }
    }
    if words >= 3 && loud * 10 >= words * 8 {
        Mode::Loud
    } else if !stopped && words >= 4 && capital * 10 >= words * 7 && lower_content * 10 <= words * 3
    {
        Mode::Title
    } else {
        Mode::Normal
    }
}
