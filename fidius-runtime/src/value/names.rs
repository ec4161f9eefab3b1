//! Which of the names of a type is meant by a given one.

use std::fmt::Write;

use fidius_wit::{closest, is_spelling};

use super::misfit::Misfit;

/// How many names a message lists.
const MOST_LISTED: usize = 20;

/// What messages call the things that have the names.
pub(super) struct Words {
    one: &'static str,
    all: &'static str,
    /// One that is given.
    given: &'static str,
    /// Whether one that is not given is missing.
    are_needed: bool,
}

pub(super) const FIELD: Words = Words {
    one: "field",
    all: "fields",
    given: "field",
    are_needed: true,
};

pub(super) const PARAMETER: Words = Words {
    one: "parameter",
    all: "parameters",
    given: "argument",
    are_needed: true,
};

pub(super) const CASE: Words = Words {
    one: "case",
    all: "cases",
    given: "case",
    are_needed: false,
};

pub(super) const FLAG: Words = Words {
    one: "flag",
    all: "flags",
    given: "flag",
    are_needed: false,
};

/// The place among `names` of the one that `given` stands for: the name itself, or one that it is another spelling of.
///
/// # Errors
/// It stands for none, or for several.
pub(super) fn place<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
    given: &str,
) -> Result<usize, Unknown> {
    if let Some(place) = names.clone().position(|name| name == given) {
        return Ok(place);
    }
    let mut spelled = names
        .enumerate()
        .filter(|(_, name)| is_spelling(name, given));
    match (spelled.next(), spelled.next()) {
        (Some((place, _)), None) => Ok(place),
        (None, _) => Err(Unknown::None),
        (Some((_, one)), Some((_, other))) => {
            Err(Unknown::Several(one.to_owned(), other.to_owned()))
        }
    }
}

/// The name that stands for a WIT name: the name itself, or the spelling of it that shows the most of where its words begin.
pub(super) fn spelling_of(wit: &str, known: &'static [&'static str]) -> Option<&'static str> {
    if let Some(name) = known.iter().find(|name| **name == wit) {
        return Some(name);
    }
    let spelled = known.iter().rev().filter(|name| is_spelling(wit, name));
    spelled.max_by_key(|name| name.len()).copied()
}

/// What is given by name, in the order of the names.
///
/// # Errors
/// Something has none of the names, or two things have the same one.
pub(super) fn sort<'a, T>(
    given: impl IntoIterator<Item = (String, T)>,
    names: impl Iterator<Item = &'a str> + Clone,
    words: &Words,
    owner: impl Fn() -> String,
) -> Result<Vec<Option<T>>, Misfit> {
    let mut sorted: Vec<Option<(String, T)>> = names.clone().map(|_| None).collect();
    let mut unknown = None;
    for (name, value) in given {
        match place(names.clone(), &name) {
            Ok(place) => match &sorted[place] {
                Some((first, _)) => {
                    let wit = names.clone().nth(place).unwrap_or_default();
                    return Err(twice(words, wit, first, &name));
                }
                None => sorted[place] = Some((name, value)),
            },
            // What it could have been is known when all others have been seen.
            Err(problem) => unknown = unknown.or(Some((name, problem))),
        }
    }
    match unknown {
        Some((name, problem)) => {
            let is_given = |place: usize| sorted[place].is_some();
            let text = problem.message(&owner(), words, &name, names, is_given);
            Err(Misfit::new(text))
        }
        None => Ok(sorted
            .into_iter()
            .map(|entry| entry.map(|(_, value)| value))
            .collect()),
    }
}

/// Why a name stands for none of those of a type.
pub(super) enum Unknown {
    None,
    Several(String, String),
}

impl Unknown {
    /// `point has no field "z"; its fields are x, y`, where `owner` is `point`. Only a name that is not given yet is suggested.
    pub(super) fn message<'a>(
        self,
        owner: &str,
        words: &Words,
        given: &str,
        names: impl Iterator<Item = &'a str>,
        is_given: impl Fn(usize) -> bool,
    ) -> String {
        let Words { one, all, .. } = words;
        if let Self::Several(a, b) = self {
            return format!("\"{given}\" may be the {one} \"{a}\" or \"{b}\" of {owner}");
        }
        let names: Vec<&str> = names.collect();
        let places = 0..names.len();
        let free: Vec<&str> = places
            .filter(|&place| !is_given(place))
            .map(|place| names[place])
            .collect();
        let hint = if let Some(name) = close(given, &free) {
            format!("did you mean \"{name}\"?")
        } else if names.is_empty() {
            format!("it has no {all}")
        } else if !words.are_needed || free.is_empty() || free.len() == names.len() {
            are(all, &names)
        } else {
            match free[..] {
                [name] => format!("the {one} \"{name}\" is missing"),
                _ => format!("the missing {all} are {}", list(&free)),
            }
        };
        format!("{owner} has no {one} \"{given}\"; {hint}")
    }
}

fn are(all: &str, names: &[&str]) -> String {
    match names {
        [only] => format!("the only one is {only}"),
        _ => format!("its {all} are {}", list(names)),
    }
}

/// The names with commas between them; of very many only the first.
pub(super) fn list(names: &[impl AsRef<str>]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().take(MOST_LISTED).enumerate() {
        let comma = if index > 0 { ", " } else { "" };
        text.push_str(comma);
        text.push_str(name.as_ref());
    }
    if names.len() > MOST_LISTED {
        let more = names.len() - MOST_LISTED;
        // Writing to a string can't fail.
        let _ = write!(text, " … and {more} more");
    }
    text
}

/// The name that `given` most probably is a mistyped spelling of.
fn close<'a>(given: &str, names: &[&'a str]) -> Option<&'a str> {
    let kebabs: Vec<String> = names.iter().map(|name| kebab(name)).collect();
    let found = closest(&kebab(given), kebabs.iter().map(String::as_str))?;
    let place = kebabs.iter().position(|name| name == found)?;
    names.get(place).copied()
}

/// The words of a name in lower case with hyphens between them, as far as they can be seen.
fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    let mut was_capital = true;
    for letter in name.chars() {
        let is_capital = letter.is_uppercase();
        if is_capital && !was_capital && !kebab.ends_with('-') {
            kebab.push('-');
        }
        was_capital = is_capital;
        match letter {
            '_' => kebab.push('-'),
            letter => kebab.extend(letter.to_lowercase()),
        }
    }
    kebab
}

/// A name that is there twice, perhaps in two spellings.
fn twice(words: &Words, wit: &str, first: &str, second: &str) -> Misfit {
    let one = words.given;
    Misfit::new(if first == second {
        format!("the {one} \"{wit}\" is there twice")
    } else {
        format!("the {one} \"{wit}\" is there twice, as \"{first}\" and as \"{second}\"")
    })
}
